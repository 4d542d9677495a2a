import { type Deployed, disputeAssertion, voteOnAssertion } from '@bulwark/testkit'
import { parseEther, parseUnits } from 'viem'
import { claim, insured } from '../claim.ts'
import { inForce } from '../inForce.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'
import { claimByUma } from '../uma/claimByUma.ts'
import { listOptimistic, umaOf } from '../uma/listOptimistic.ts'
import { custodianFailure } from '../wordings/custodianFailure.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)
const waiting = 7 * day
const liveness = 2 * day
const grace = 30 * day
const deductible = wad / 10n
const [bond, umaBond] = [usd(2_000), usd(5_000)]
/** Grace, two days to assert, the liveness, the longest vote, three days for keepers, one to settle. */
const worstHours = (grace + 2 * day + liveness + 12 * day + 3 * day + day) / hour

const begins = utc('2022-10-10T09:00')
/** A balance sheet in the press on 2 November; on the 6th a run, with withdrawals served. */
const rumours = utc('2022-11-06T18:00')
const tooEarly = utc('2022-11-07T12:00')
const stopped = utc('2022-11-08T12:00')
const filed = utc('2022-11-11T14:30')

const covers = {
  Gus: { pool: 'Harbour', decimals: 6, amount: usd(250_000), at: begins + day, days: 365 },
  Hana: { pool: 'Harbour', decimals: 6, amount: usd(8_765.432101), at: begins + 2 * day, days: 60 },
  Ivo: { pool: 'Lighthouse', decimals: 18, amount: parseEther('12.345678'), at: begins + 3 * day, days: 180 },
  Juno: { pool: 'Harbour', decimals: 6, amount: usd(100_000), at: utc('2022-11-03T08:00'), days: 365 },
  Kai: { pool: 'Lighthouse', decimals: 18, amount: parseEther('5'), at: begins + 2 * day + hour, days: 20 },
} as const

export const exchange2022: Story = {
  name: 'exchange-2022',
  what: 'FTX stops withdrawals and asks for bankruptcy protection, November 2022; somebody had claimed too early',
  risk: 'failure of an exchange',
  decidedBy: 'Optimistic: UMA’s oracle, where one claim stood, and UMA’s vote, which rejected another',
  told: [
    'Real: FTX stopped withdrawals on 8 November 2022 and filed for Chapter 11 on the 11th; hours are rounded. UMA’s oracle and vote are its own contracts. Who is insured, who claims and the amounts are invented.',
    'Covered: withdrawals stop in general for 72 hours, or a court is asked. Paid: all of the cover but a tenth. What is claimed is written on chain from the incident; whoever asserts what is false loses both bonds.',
  ],
  begins,
  usesUma: true,
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { amount, decimals, at, days }]) => {
        const term = { since: at + waiting, until: at + days * day }
        return [who, inForce(stopped, term) ? claim(insured(amount), wad - deductible, decimals).paid : 0n]
      }),
    )
  },
  async play(stage) {
    const uma = umaOf(stage)
    const { optimistic, incidents } = stage.bulwark as typeof stage.bulwark & { optimistic: Deployed }
    const currency = await stage.token('USDC', 'USD Coin', 6)
    await stage.token('WETH', 'Wrapped Ether', 18)
    await listOptimistic(stage, {
      ...{ name: 'FTX', currency, bond, umaBond, liveness, rate: (3n * wad) / 100n },
      wording: custodianFailure({ custodian: 'FTX', hours: 72, graceDays: grace / day, worstHours }),
      summary: 'failure of FTX: withdrawals stopped for 72 hours, or a court asked; all but a tenth is paid',
      terms: { waiting, minPeriod: 14 * day, grace, deductible },
    })
    await stage.openPool({ name: 'Harbour', asset: 'USDC', deposits: { Ada: usd(800_000) }, backs: ['FTX'] })
    await stage.openPool({
      ...{ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('60') }, backs: ['FTX'] },
    })
    for (const [who, cover] of Object.entries(covers).sort(([, a], [, b]) => a.at - b.at)) {
      await stage.at(cover.at).buy({ ...cover, who, listing: 'FTX' })
    }

    await stage.at(rumours).say('a run: customers withdraw billions, and are served')
    const claimed = { listing: 'FTX', pool: 'Harbour', ratio: wad, currency, bond, umaBond }
    stage.at(tooEarly)
    const early = { who: 'Rex', lossTime: rumours, evidence: 'Everybody says so.' }
    const bogus = await claimByUma(stage, { ...claimed, ...early })
    await stage.say('Rex asserts in UMA’s oracle that FTX has failed, with 7,000 USDC of bonds')
    stage.at(tooEarly + 3 * hour)
    await stage.give(currency, 'Vera', umaBond, uma.oracle.address)
    await stage.setTime()
    const vera = stage.person('Vera')
    const request = await disputeAssertion(uma, { assertionId: bogus.assertionId, disputer: vera })
    await stage.say('Vera disputes: withdrawals are served. UMA’s token holders vote')

    await stage.at(stopped).say('FTX stops withdrawals')
    await stage
      .at(stopped + hour)
      .refuse({ who: 'Lena', pool: 'Harbour', listing: 'FTX', amount: usd(50_000), days: 30 }, 'IncidentOpen')
    await voteOnAssertion(uma, { request, truth: false })
    await stage.sync()
    const before = await stage.read<bigint>(currency, 'balanceOf', [vera.address])
    await stage.send(optimistic, 'settleAssertion', [bogus.incident])
    await requireStatus(bogus.incident, 3)
    const won = (await stage.read<bigint>(currency, 'balanceOf', [vera.address])) - before
    if (won !== umaBond + umaBond / 2n) throw new Error(`Vera got ${won} units from UMA.`)
    stage.refused++
    await stage.say('UMA’s vote: false, nothing had failed on the 6th. Rex loses both bonds, Vera wins half of one')

    await stage.at(filed).say('FTX files for Chapter 11 bankruptcy protection')
    stage.at(filed + hour)
    const facts = { who: 'Gus', lossTime: stopped, evidence: 'The docket of the court; the statement of 8 November.' }
    const { incident } = await claimByUma(stage, { ...claimed, ...facts })
    await stage.say('Gus asserts the failure of 8 November; nobody disputes it')
    await stage.at(filed + hour + liveness + hour / 2).send(optimistic, 'settleAssertion', [incident])
    await requireStatus(incident, 2)
    await stage.say('UMA’s oracle lets it stand: granted')
    await stage.settle('FTX', incident, stopped)

    async function requireStatus(number: bigint, status: number): Promise<void> {
      const found = await stage.read<{ status: number }>(incidents, 'incidentOf', [number])
      if (found.status !== status) throw new Error(`Incident ${number} has status ${found.status}.`)
    }
  },
}
