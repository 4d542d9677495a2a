import { expect, test } from 'vitest'
import * as exact from '../../src/exact/index.ts'

test('behavior: the public surface', () => {
  expect(Object.keys(exact).sort()).toMatchInlineSnapshot(`
    [
      "AmountNotOnGrainError",
      "AmountTooLargeError",
      "ArithmeticError",
      "CapacityExceededError",
      "ClaimAboveAmountError",
      "CoverEndedError",
      "ExponentTooLargeError",
      "ExposureTooLargeError",
      "FeeAboveCapError",
      "KeyedCoverError",
      "LossProbabilityTooHighError",
      "NoReadingError",
      "NothingLeftError",
      "NothingToObserveError",
      "NumberOutOfRangeError",
      "PeriodOutOfBoundsError",
      "PoolClosedError",
      "PurchaseMismatchError",
      "RiskError",
      "SaleRefusedError",
      "StreamTooLargeError",
      "TooLateToExtendError",
      "ZeroAmountError",
      "accrueStream",
      "addGain",
      "bps",
      "capitalChargeUp",
      "classRequirementUp",
      "closeStream",
      "coverRefundDown",
      "day",
      "driftSpeed",
      "driftedLevel",
      "eventLossUp",
      "exitSharesDown",
      "exitValueDown",
      "expWad",
      "expectedLossUp",
      "extensionPremium",
      "fallDown",
      "findCohort",
      "firstLevel",
      "fundingLevels",
      "heldUp",
      "increasePremium",
      "isReportTable",
      "liftFunding",
      "lossRatio",
      "maxDriftTime",
      "maxLevel",
      "maxReferrerFee",
      "minLevel",
      "moveExposure",
      "netPremiumUp",
      "observedMark",
      "openStream",
      "poolPremium",
      "potentialDown",
      "priceFeedRulings",
      "pushCohort",
      "readingRatio",
      "reportRatio",
      "requirementUp",
      "servedExit",
      "settledBacking",
      "shortRate",
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
