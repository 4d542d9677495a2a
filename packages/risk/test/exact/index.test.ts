import { expect, test } from 'vitest'
import * as exact from '../../src/exact/index.ts'

test('behavior: the public surface', () => {
  expect(Object.keys(exact).sort()).toMatchInlineSnapshot(`
    [
      "AmountNotOnGrainError",
      "AmountTooLargeError",
      "ArithmeticError",
      "CapacityExceededError",
      "ExponentTooLargeError",
      "ExposureTooLargeError",
      "FeeAboveCapError",
      "LossProbabilityTooHighError",
      "NumberOutOfRangeError",
      "PoolClosedError",
      "RiskError",
      "SaleRefusedError",
      "StreamTooLargeError",
      "ZeroAmountError",
      "accrueStream",
      "addGain",
      "bps",
      "capitalChargeUp",
      "classRequirementUp",
      "closeStream",
      "day",
      "driftSpeed",
      "driftedLevel",
      "eventLossUp",
      "exitSharesDown",
      "exitValueDown",
      "expWad",
      "expectedLossUp",
      "findCohort",
      "firstLevel",
      "fundingLevels",
      "heldUp",
      "liftFunding",
      "lossRatio",
      "maxDriftTime",
      "maxLevel",
      "maxReferrerFee",
      "minLevel",
      "moveExposure",
      "netPremiumUp",
      "openStream",
      "poolPremium",
      "potentialDown",
      "priceFeedRulings",
      "pushCohort",
      "requirementUp",
      "servedExit",
      "settledBacking",
      "streamEdgesUp",
      "streamPrecision",
      "streamRateDown",
      "targetUtilisation",
      "unearnedUnitsUp",
      "unvestedUp",
      "utilisationDown",
      "wad",
      "year",
    ]
  `)
})

test('behavior: every error is named after its class, and says what happened', () => {
  const error = new exact.CapacityExceededError({ required: 5n, available: 4n })
  expect(error).toBeInstanceOf(exact.SaleRefusedError)
  expect(error).toBeInstanceOf(exact.RiskError)
  expect(error.name).toBe('CapacityExceededError')
  expect(error.shortMessage).toBe('The sale needs 5 units of capital, 4 are there.')
  expect(error.message).toBe('The sale needs 5 units of capital, 4 are there.\nInsure a smaller amount.')
})
