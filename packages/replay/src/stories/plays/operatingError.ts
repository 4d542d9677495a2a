import { parseEther } from 'viem'
import { StoryMismatchError } from '../../errors.ts'
import { claim, insured } from '../claim.ts'
import { consent } from '../consent.ts'
import { appeal, choices, ruleByMembers } from '../court/appeal.ts'
import { conclude } from '../court/conclude.ts'
import { assetOf, convene } from '../court/convene.ts'
import { fileClaim, submitEvidence } from '../court/fileClaim.ts'
import { arbitrationTime, listJudged } from '../court/listJudged.ts'
import { giveVotes, stakeAssessors } from '../court/stakeAssessors.ts'
import { vote } from '../court/vote.ts'
import { worstHoursOf } from '../court/worstHoursOf.ts'
import { money } from '../format.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'
import { operatingError as wordingOf } from '../wordings/operatingError.ts'

const wad = 10n ** 18n
const million = parseEther('1000000')
const op = { symbol: 'OP', name: 'Optimism', decimals: 18, value: wad }
const bond = parseEther('5000')
const grace = 30 * day
const deductible = (5n * wad) / 100n

const lossAt = utc('2022-06-05T16:00')
const [sent, returned] = [20n * million, 18n * million]
const deposited = { Ada: 22n * million, Ben: 8n * million }

/** What the pool paid, and its part of what came back. */
const paid = claim(insured(sent), wad - deductible, 18).paid
const recovered = (returned * paid) / sent

export const operatingError: Story = {
  name: 'operating-error',
  what: '20 million tokens are sent to an address on the wrong chain, and taken there; most come back: `recover`',
  risk: 'operating error',
  decidedBy: 'Court: three assessors; for so large a sum the members had to confirm it, who did',
  told: [
    'Real: Optimism’s foundation lent a market maker 20 million OP and sent them to his address on Optimism; his multisig was deployed on Ethereum alone. On 5 June 2022 somebody deployed it there and took them. 17 million came back on 10 June, another million soon after. Hours are rounded.',
    'Invented: the cover, its pool in OP, the people. The market maker’s account is insured; he agreed that the foundation, whose tokens they are, owns the cover and is paid. Of what comes back the pool has the part that it paid.',
  ],
  begins: utc('2022-04-20T12:00'),
  configure: convene({ assets: [op] }),
  expected: () => ({ Foundation: paid, Depot: 0n }),
  async play(stage) {
    const token = assetOf(stage, 'OP')
    await stakeAssessors(stage, { Iris: 150_000, Jon: 120_000, Kim: 100_000 })
    await giveVotes(stage, 'Mara', 8_000_000, { delegates: true })
    await giveVotes(stage, 'Noor', 3_000_000, { delegates: true })
    const worstHours = worstHoursOf({ grace, arbitrationTime })
    await listJudged(stage, {
      ...{ name: 'Operators', currency: token, bond, rate: wad / 100n, terms: { personal: true, grace, deductible } },
      wording: wordingOf({ deductiblePercent: 5, graceDays: grace / day, worstHours }),
      summary: 'operating errors of whoever runs the account that a cover names; all but 5 % of the cover is paid',
    })
    await stage.openPool({ name: 'Depths', asset: 'OP', deposits: deposited, backs: ['Operators'] })
    const order = { pool: 'Depths', listing: 'Operators', days: 180 }
    stage.at(utc('2022-05-10T09:00'))
    const account = stage.person('Maker').address
    await stage.buy({ ...order, who: 'Foundation', account, amount: sent, on: 'the market maker’s account' })
    await consent(stage, 'Foundation', 'Maker')
    const depot = { who: 'Depot', account: stage.person('Depot').address, amount: million / 2n }
    await stage.buy({ ...order, ...depot, on: 'an account of its own' })

    await stage.at(utc('2022-05-27T10:00')).say('20,000,000 OP go to the market maker’s address, on the wrong chain')
    await stage.at(lossAt).say('somebody deploys a multisig of his own at that address, and takes them')
    stage.at(lossAt + day)
    const personal = { account, owner: stage.person('Foundation').address }
    const evidence = 'The transfers of May; the deployment of 5 June; the statement of both.'
    const facts = { listing: 'Operators', pools: ['Depths'], lossAt, ratio: wad, personal, evidence }
    const incident = await fileClaim(stage, { ...facts, who: 'Foundation' })
    await stage.say('the foundation asserts the loss of all, with a bond of 5,000 OP')
    stage.at(utc('2022-06-10T12:00'))
    await stage.say('17,000,000 OP come back to the foundation, another million soon after')
    await submitEvidence(stage, incident, 'Max', '17 million are back. Count only what is missing.')
    await vote(stage, incident, {
      Iris: { percent: 100, reason: '(a): sent to an address that nobody of theirs controlled, on another chain.' },
      Jon: { percent: 100, reason: 'What came back is handed over; it does not lessen what is paid.' },
      Kim: { percent: 10, reason: 'Two of twenty million are missing.' },
    })
    const dispute = await appeal(stage, incident, 'Foundation')
    await stage.say('that is more than a multiple of the stake that judged: the foundation appeals, all members vote')
    stage.at(stage.now + day)
    await ruleByMembers(stage, dispute, { Mara: choices.award, Noor: choices.award })
    await stage.say('11 million votes of 50 confirm the award')
    await conclude(stage, incident, { listing: 'Operators', pool: 'Depths' })
    stage.at(stage.now + hour)
    await stage.settle('Operators', incident, lossAt, ['Foundation'])

    // What came back is handed over in the proportion in which the pool paid.
    stage.at(stage.now + day)
    const { incidents } = stage.bulwark
    const pool = stage.pool('Depths')
    await stage.give(token, 'Foundation', returned, incidents.address)
    await stage.send(incidents, 'recover', [incident, pool.address, recovered], { who: 'Foundation' })
    await stage.say(`the foundation hands over ${money(op, recovered)}, the pool’s part of 18,000,000`, {
      pool: 'Depths',
    })
    stage.at(stage.now + 20 * day)
    await stage.mine()
    await stage.say('it has streamed to the underwriters', { pool: 'Depths' })
    const { high } = await stage.read<{ high: bigint }>(pool, 'capital')
    const before = Object.values(deposited).reduce((sum, amount) => sum + amount)
    if (high < before - paid + recovered)
      throw new StoryMismatchError({ story: 'operating-error', covers: ['what came back'] })
  },
}
