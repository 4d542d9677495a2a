import { parseEther } from 'viem'
import { claim, insured } from '../claim.ts'
import { conclude } from '../court/conclude.ts'
import { assetOf, convene } from '../court/convene.ts'
import { answer, fileClaim, submitEvidence } from '../court/fileClaim.ts'
import { arbitrationTime, listJudged } from '../court/listJudged.ts'
import { stakeAssessors } from '../court/stakeAssessors.ts'
import { vote } from '../court/vote.ts'
import { worstHoursOf } from '../court/worstHoursOf.ts'
import { inForce } from '../inForce.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'
import { protocolHack } from '../wordings/protocolHack.ts'

const wad = 10n ** 18n
const waiting = 2 * day
const grace = 30 * day
const bond = parseEther('500')
const [dai, weth] = [
  { symbol: 'DAI', name: 'Dai Stablecoin', decimals: 18, value: wad },
  { symbol: 'WETH', name: 'Wrapped Ether', decimals: 18, value: wad / 260n },
]
/** What Ann asserts of it, and what is granted of that: missing is 30 % of the deposits. */
const [asserted, missing] = [(40n * wad) / 100n, (30n * wad) / 100n]

const lossAt = utc('2020-02-15T01:39')
const filedAt = utc('2020-02-16T10:00')

const covers = {
  Ann: { pool: 'Harbour', amount: parseEther('20000.5'), at: utc('2020-01-08T10:00'), days: 90 },
  Bela: { pool: 'Harbour', amount: parseEther('15000'), at: utc('2020-01-10T16:00'), days: 180 },
  Cyd: { pool: 'Lighthouse', amount: parseEther('32.123456'), at: utc('2020-01-22T09:00'), days: 60 },
  Eli: { pool: 'Lighthouse', amount: parseEther('10'), at: utc('2020-01-06T12:00'), days: 30 },
  Dov: { pool: 'Harbour', amount: parseEther('25000'), at: lossAt + 5 * hour, days: 90 },
} as const

export const bzx2020: Story = {
  name: 'bzx-2020',
  what: 'a lending protocol’s price is moved with borrowed money, 15 February 2020; somebody insures himself after it',
  risk: 'hack by a moved market',
  decidedBy:
    'Court: the median of three assessors pays every cover in force; who denied it and who was silent pay for that',
  told: [
    'Real: bZx was attacked on 15 February 2020, in one transaction, with 10,000 ETH that were borrowed for its length. At the incumbent five claims were filed, each decided by itself: three were granted and two denied. One of those two was filed again and then granted; the other’s cover had been bought after the loss.',
    'Invented: people, amounts, assessors and what they say, and that 30 % of the deposits were missing. Ann is the one who was denied and filed again, Bela and Cyd those who were granted at once, Dov the one who came too late. Eli’s cover had ended.',
    'Here nobody files for himself alone: one ruling pays all covers in force at the loss, in every pool.',
  ],
  begins: utc('2020-01-05T12:00'),
  configure: convene({ assets: [dai, weth] }),
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { amount, at, days }]) => {
        const counts = inForce(lossAt, { since: at + waiting, until: at + days * day })
        return [who, counts ? claim(insured(amount), missing, 18).paid : 0n]
      }),
    )
  },
  async play(stage) {
    const currency = assetOf(stage, 'DAI')
    assetOf(stage, 'WETH')
    await stakeAssessors(stage, { Iris: 100_000, Jon: 80_000, Kim: 60_000, Lou: 20_000 })
    const worstHours = worstHoursOf({ grace, arbitrationTime })
    await listJudged(stage, {
      ...{ name: 'bZx', currency, bond, rate: (3n * wad) / 100n, terms: { waiting, grace } },
      wording: protocolHack({
        ...{ protocol: 'bZx', contracts: 'Fulcrum and Torque on Ethereum' },
        graceDays: 30,
        worstHours,
      }),
      summary: 'hack of bZx: bugs of its contracts, and prices that somebody moved; paid by the part that is missing',
    })
    await stage.openPool({ name: 'Harbour', asset: 'DAI', deposits: { Ada: parseEther('250000') }, backs: ['bZx'] })
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('400') }, backs: ['bZx'] })
    const buy = (who: keyof typeof covers) => stage.at(covers[who].at).buy({ ...covers[who], who, listing: 'bZx' })
    for (const who of ['Eli', 'Ann', 'Bela', 'Cyd'] as const) await buy(who)

    await stage
      .at(lossAt)
      .say('one transaction borrows 10,000 ETH, moves a price that bZx acts on, and leaves with the gain')
    await buy('Dov')
    stage.at(filedAt)
    const evidence = 'The transaction of 15 February; deposits before it and a day after.'
    const facts = { listing: 'bZx', pools: ['Harbour', 'Lighthouse'], lossAt, ratio: asserted, evidence }
    const incident = await fileClaim(stage, { ...facts, who: 'Ann' })
    await stage.say('Ann asserts that 40 % of the deposits are lost, with a bond of 500 DAI, and opens the case')
    const late = { who: 'Fay', pool: 'Harbour', listing: 'bZx', amount: parseEther('30000'), days: 90 }
    await stage.at(filedAt + hour).refuse(late, 'IncidentOpen')
    stage.at(filedAt + day)
    const shown = 'Each of its steps was valid. Nothing was hacked: somebody traded.'
    await submitEvidence(stage, incident, 'Max', shown)
    stage.at(filedAt + 2 * day)
    const text = 'The wording covers a price that was moved on purpose, by a loan: (b). Valid or not does not matter.'
    await answer(stage, incident, 'Ann', { evidence: shown, text })
    await vote(stage, incident, {
      Iris: { percent: 75, reason: 'Covered by (b). 30 % of the deposits were missing a day later, not 40.' },
      Jon: { percent: 80, reason: 'Covered by (a) as well: a check was skipped. I count 32 %.' },
      Kim: { percent: 0, reason: 'A trade is no hack.' },
      Lou: { percent: 100, reason: 'I never looked.', isSilent: true },
    })
    await conclude(stage, incident, { listing: 'bZx', pool: 'Harbour', silent: ['Lou'] })
    stage.at(stage.now + hour)
    await stage.settle('bZx', incident, lossAt)
    await stage.say('one ruling, two pools, three people, 16 days after the loss; only Ann had to file anything')
  },
}
