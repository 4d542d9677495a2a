import { type Deployed, deploy, readForgeArtifact } from '@bulwark/testkit'
import { parseEther, parseUnits, toFunctionSelector } from 'viem'
import { claim, insured } from '../claim.ts'
import { inForce } from '../inForce.ts'
import { readingKeeper } from '../readingKeeper.ts'
import type { Stage } from '../Stage.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)
const persistence = 12 * hour
const waiting = day

const begins = utc('2025-05-05T10:00')
const soldAt = begins + day
const supplied = usd(20_000_000)
const offset = usd(100_000)
/** What the market reports as bad debt, from when on. The treasury covers the first one before the second. */
const deficits = [
  { at: begins + 16 * day + 7 * hour, deficit: usd(1_600_000), coveredAt: begins + 30 * day },
  { at: begins + 47 * day + 3 * hour, deficit: usd(2_200_000) },
] as const

const covers = {
  Gus: { pool: 'Harbour', decimals: 6, amount: usd(250_000), at: soldAt, days: 90 },
  Hana: { pool: 'Harbour', decimals: 6, amount: usd(9_999.99), at: soldAt, days: 20 },
  Ivo: { pool: 'Lighthouse', decimals: 18, amount: parseEther('30.000007'), at: soldAt, days: 90 },
  Juno: { pool: 'Harbour', decimals: 6, amount: usd(60_000), at: deficits[0].at - 23 * hour, days: 10 },
  Kai: { pool: 'Harbour', decimals: 6, amount: usd(80_000), at: deficits[1].at - 3 * day, days: 60 },
} as const
type Who = keyof typeof covers

/** The part of the supply that is lost in each event: what the deficit adds to all before, less what others bear. */
function ratios(): bigint[] {
  let before = 0n
  return deficits.map(({ deficit }) => {
    const loss = deficit - before - offset
    before = deficit
    return (loss * wad) / supplied
  })
}

export const badDebt: Story = {
  name: 'bad-debt',
  what: 'a lending market reports bad debt twice, and no deficit is paid twice',
  risk: 'bad debt of a lending market',
  decidedBy: 'DeficitTrigger: the market’s own getReserveDeficit, read twice, twelve hours apart',
  told: [
    'Invented throughout. In the market’s place stands a double that answers getReserveDeficit, as Aave 3.3 and later do; lenders’ tokens are a plain ERC-20.',
    'Covered: the deficit exceeds what was ruled before by more than 100,000 USDC for twelve hours. Paid: the cover × that excess / what lenders supplied.',
  ],
  begins,
  expected() {
    const [first, second] = ratios()
    return Object.fromEntries(
      Object.entries(covers).map(([who, { amount, decimals, at, days }]) => {
        const term = { since: at + waiting, until: at + days * day }
        let cover = insured(amount)
        if (inForce(deficits[0].at, term)) cover = claim(cover, first as bigint, decimals)
        if (inForce(deficits[1].at, term)) cover = claim(cover, second as bigint, decimals)
        return [who, cover.paid]
      }),
    )
  },
  async play(stage) {
    const usdc = await stage.token('USDC', 'USD Coin', 6)
    await stage.token('USDT', 'Tether USD', 6)
    await stage.token('WETH', 'Wrapped Ether', 18)
    const lenders = await stage.token('aUSDC', 'Lenders’ USDC', 6)
    await stage.setTime()
    const market = await deploy(stage.chain, await readForgeArtifact('WildSource'))
    const report = (deficit: bigint) =>
      stage.send(market, 'set', [toFunctionSelector('getReserveDeficit(address)'), deficit])
    await report(0n)
    await stage.give(lenders, 'Nora', supplied)
    await list(stage, market, usdc, lenders)
    const backs = ['lending']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: usd(500_000), Ben: usd(250_000) }, backs })
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('80') }, backs })
    const keeper = readingKeeper(stage, 'lending')
    const buy = (who: Who) => stage.at(covers[who].at).buy({ ...covers[who], who, listing: 'lending' })
    stage.at(soldAt)
    await keeper.observe()
    await buy('Gus')
    await buy('Hana')
    await buy('Ivo')

    const [first, second] = deficits
    await buy('Juno')
    stage.at(first.at)
    await report(first.deficit)
    await stage.say('positions are closed at a loss: the market reports 1,600,000 USDC of bad debt')
    const one = await keeper.arm('Harbour')
    const late = { ...covers.Kai, who: 'Lena', listing: 'lending' }
    await stage.refuse(late, 'IncidentOpen')
    stage.at(one.armedAt + 6 * hour)
    await keeper.read(one)
    stage.at(one.armedAt + persistence)
    await keeper.prove(one)
    await stage.settle('lending', one.incident, first.at)
    stage.at(stage.now + day)
    if ((await keeper.tryToArm('Harbour')) !== 'NotBeyondStrike') throw new Error('The same deficit was taken twice.')
    await stage.say('somebody tries to be paid for the same deficit once more: refused')

    stage.at(first.coveredAt)
    await report(0n)
    await stage.say('the market’s treasury covers the deficit: it reports none')
    await buy('Kai')
    stage.at(second.at)
    await report(second.deficit)
    await stage.say('another crash: 2,200,000 USDC, of which 1,600,000 were ruled before')
    const two = await keeper.arm('Harbour')
    stage.at(two.armedAt + persistence)
    await keeper.prove(two)
    stage.at(stage.now + hour)
    await stage.settle('lending', two.incident, second.at)
  },
}

async function list(stage: Stage, market: Deployed, asset: Deployed, supplyToken: Deployed): Promise<void> {
  await stage.list('lending', {
    trigger: stage.bulwark.deficitTrigger,
    wording: 'bad debt of the USDC reserve, more than 100,000 above what was ruled before, for twelve hours',
    config: {
      ...{ market: market.address, asset: asset.address, supplied: supplyToken.address },
      ...{ offset, warning: offset / 2n, persistence },
    },
    rate: (3n * wad) / 100n,
    terms: { waiting },
  })
}
