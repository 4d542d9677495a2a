import { parseEther, parseUnits } from 'viem'
import { claim, insured } from '../claim.ts'
import { inForce } from '../inForce.ts'
import { startMorpho } from '../morpho/startMorpho.ts'
import { readingKeeper } from '../readingKeeper.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'
import { yieldStrategy } from '../wordings/yieldStrategy.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)

/** The loan: what is lent, and what is pledged for it at which price per ether. */
const lent = usd(1_000_000)
const borrowed = usd(150_000)
const pledged = parseEther('100')
const price = usd(2_000)
const fallen = usd(1_000)

const begins = utc('2025-03-03T09:00')
const liquidatedAt = begins + 20 * day + 5 * hour
const persistence = 6 * hour
/** The six hours, three days for keepers, one to settle. */
const worstHours = (persistence + 3 * day + day) / hour

const soldAt = begins + 2 * day
const waiting = day
const covers = {
  Gus: { pool: 'Harbour', decimals: 6, amount: usd(200_000), at: soldAt, days: 90 },
  Hana: { pool: 'Harbour', decimals: 6, amount: usd(7_500.01), at: soldAt, days: 60 },
  Ivo: { pool: 'Lighthouse', decimals: 18, amount: parseEther('12.345678'), at: soldAt, days: 365 },
  Juno: { pool: 'Harbour', decimals: 6, amount: usd(30_000), at: soldAt, days: 15 },
  Kai: { pool: 'Harbour', decimals: 6, amount: usd(40_000), at: liquidatedAt - 12 * hour, days: 90 },
} as const

/** What lenders lose when all collateral is taken at the fallen price: Morpho's rule, for a single loan without interest. */
export function lossOfLoan(): bigint {
  // Whoever liquidates pays less than the collateral is worth: 1 / (1 − 0.3 × (1 − 0.86)), but 15 % at most.
  const incentive = (wad * wad) / (wad - (3n * (wad - 860_000_000_000_000_000n)) / 10n)
  const value = (pledged * fallen) / 10n ** 18n
  const repaid = (value * wad + incentive - 1n) / incentive
  return borrowed - repaid
}

/** The part of each share that is lost, WAD: the price has 6 decimals, rounded down. */
function ratio(): bigint {
  const mark = 1_000_000n
  const after = (mark * (lent - lossOfLoan())) / lent
  return ((mark - after) * wad) / mark
}

export const vaultLoss: Story = {
  name: 'vault-loss',
  what: 'a MetaMorpho vault loses 5.42 % by bad debt, and says so by its own share price',
  risk: 'loss of a vault',
  decidedBy: 'VaultLossTrigger: the share price, read at least twice, six hours apart',
  told: [
    'Morpho Blue and MetaMorpho are the real contracts, from Morpho’s own bytecode; the loan, its collateral and the people are invented.',
    'Covered: the share price of the vault falls by more than 2 % below its mark and stays there for six hours. Paid: the cover × the fall.',
  ],
  begins,
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { amount, decimals, at, days }]) => {
        const term = { since: at + waiting, until: at + days * day }
        return [who, inForce(liquidatedAt, term) ? claim(insured(amount), ratio(), decimals).paid : 0n]
      }),
    )
  },
  async play(stage) {
    const usdc = await stage.token('USDC', 'USD Coin', 6)
    const weth = await stage.token('WETH', 'Wrapped Ether', 18)
    await stage.token('USDT', 'Tether USD', 6)
    const morpho = await startMorpho(stage, { loan: usdc, collateral: weth, price })
    await morpho.lend('Nora', lent)
    await stage.say('Nora lends 1,000,000 USDC through the vault', { gauge: '1.0000' })
    await stage.list('the vault', {
      trigger: stage.bulwark.vaultLossTrigger,
      wording: yieldStrategy({
        ...{ vault: 'Steady USDC', strikePercent: 2, hours: persistence / hour, recoveryPercent: 1 },
        ...{ waitingDays: waiting / day, worstHours },
      }),
      summary: 'the share price of Steady USDC, more than 2 % below its mark for six hours',
      config: {
        ...{ vault: morpho.vault.address, leastShares: 1_000n * wad },
        levels: { strike: wad / 50n, recovery: wad / 100n, warning: wad / 200n, persistence },
      },
      rate: (4n * wad) / 100n,
      terms: { waiting },
    })
    const keeper = readingKeeper(stage, 'the vault')
    const backs = ['the vault']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: usd(400_000), Ben: usd(200_000) }, backs })
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('50') }, backs })
    const buy = (who: keyof typeof covers) =>
      stage.at(covers[who].at).buy({ ...covers[who], who, listing: 'the vault' })
    await stage.refuse({ ...covers.Gus, who: 'Gus', listing: 'the vault' }, 'AdjudicatorRefuses')
    stage.at(soldAt)
    await keeper.observe()
    for (const who of ['Gus', 'Hana', 'Ivo', 'Juno'] as const) await buy(who)

    stage.at(liquidatedAt - 3 * day)
    await morpho.borrow('Dario', pledged, borrowed)
    await stage.say('Dario borrows 150,000 USDC against 100 WETH at 2,000 USDC each', { gauge: '1.0000' })
    await buy('Kai')
    stage.at(liquidatedAt - hour)
    await morpho.setPrice(fallen)
    await stage.say('ether halves. No share has lost anything yet: only a liquidation makes the debt a bad one')
    stage.at(liquidatedAt)
    await morpho.liquidate('Ravi', 'Dario', pledged)
    await stage.say('Dario is liquidated: his collateral pays a part, and the rest is the lenders’ loss', {
      gauge: '0.9458',
    })
    const late = { ...covers.Kai, who: 'Lena', listing: 'the vault' }
    await stage.refuse(late, 'AdjudicatorRefuses')

    stage.at(liquidatedAt + hour / 4)
    const span = await keeper.arm('Harbour')
    await stage.refuse(late, 'IncidentOpen')
    stage.at(span.armedAt + 3 * hour)
    await keeper.read(span)
    stage.at(span.armedAt + persistence)
    await keeper.prove(span)
    stage.at(stage.now + hour / 4)
    await stage.settle('the vault', span.incident, liquidatedAt)
    if ((await keeper.tryToArm('Harbour')) !== 'NotBeyondStrike') throw new Error('The same loss was taken twice.')
    await stage.say(
      'somebody tries to open another incident for the same loss: refused, it was paid down to this price',
    )
  },
}
