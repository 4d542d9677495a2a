import { describe, expect, test } from 'vitest'
import { custodianFailure } from '../src/stories/wordings/custodianFailure.ts'
import { exitScam } from '../src/stories/wordings/exitScam.ts'
import { keyTheft } from '../src/stories/wordings/keyTheft.ts'
import { nftTheft } from '../src/stories/wordings/nftTheft.ts'
import { operatingError } from '../src/stories/wordings/operatingError.ts'
import { protocolHack } from '../src/stories/wordings/protocolHack.ts'
import { usersOfProtocol } from '../src/stories/wordings/usersOfProtocol.ts'
import { validatorSlashing } from '../src/stories/wordings/validatorSlashing.ts'
import { yieldStrategy } from '../src/stories/wordings/yieldStrategy.ts'

/** `MAX_WORDING` of `Listings`, bytes. */
const longest = 24_576
const graceDays = 30
const waitingDays = 1
const worstHours = 1_234

const wordings = {
  custodianFailure: custodianFailure({ custodian: 'FTX', hours: 72, graceDays, worstHours }),
  exitScam: exitScam({ protocol: 'Compounder', graceDays, worstHours }),
  keyTheft: keyTheft({ deductiblePercent: 5, moveDays: 14, graceDays, worstHours }),
  nftTheft: nftTheft({
    ...{ collection: 'Lanterns', address: `0x${'1'.repeat(40)}`, value: '30 WETH', gridHours: 6 },
    ...{ waitingDays, graceDays, worstHours },
  }),
  operatingError: operatingError({ deductiblePercent: 5, graceDays, worstHours }),
  protocolHack: protocolHack({ protocol: 'bZx', contracts: 'Fulcrum', graceDays, worstHours }),
  usersOfProtocol: usersOfProtocol({
    ...{ protocol: 'the yDAI vault', unit: 'DAI', judge: 'the court' },
    ...{ waitingDays, graceDays, worstHours },
  }),
  validatorSlashing: validatorSlashing({
    ...{ network: 'Ethereum', periodDays: 7, table: [{ count: 10, percent: 10 }], threshold: 3, signers: 5 },
    ...{ contradictionHours: 24, worstHours },
  }),
  yieldStrategy: yieldStrategy({
    ...{ vault: 'Steady USDC', strikePercent: 2, hours: 6, recoveryPercent: 1, waitingDays, worstHours },
  }),
}

describe.each(Object.entries(wordings))('%s', (_, wording) => {
  test('says what is covered and what is not, how much, what must be shown, and by when', () => {
    for (const part of ['COVERED', 'HOW MUCH', 'NOT COVERED', 'MUST BE SHOWN', 'BY WHEN']) {
      expect(wording).toContain(`${part}. `)
    }
    expect(wording).toContain('at most')
    expect(wording).toMatch(/\b1234\s+hours/)
    expect(wording).not.toMatch(/undefined|NaN|\[object/)
  })

  test('fits into the event of the creation', () => {
    expect(new TextEncoder().encode(wording).length).toBeLessThanOrEqual(longest)
  })
})
