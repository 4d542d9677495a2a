import { parseEther, parseUnits } from 'viem'
import { claim, insured } from '../claim.ts'
import { inForce } from '../inForce.ts'
import { startMorpho } from '../morpho/startMorpho.ts'
import { readingKeeper } from '../readingKeeper.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)
const persistence = 3 * day
const gap = day
const waiting = 2 * day
/** What is paid if the money stays out of reach for three days. */
const ratio = wad / 5n

const begins = utc('2025-10-06T07:00')
const soldAt = begins + day
/** When the vault's last dollar was borrowed, and when it came back. The first time it came back too early. */
const freezes = [
  { from: begins + 12 * day, until: begins + 13 * day + 14 * hour },
  { from: begins + 25 * day + 9 * hour, until: begins + 30 * day + 9 * hour },
] as const

const covers = {
  Gus: { pool: 'Harbour', decimals: 6, amount: usd(120_000), at: soldAt, days: 90 },
  Hana: { pool: 'Harbour', decimals: 6, amount: usd(55.55), at: soldAt + day, days: 180 },
  Ivo: { pool: 'Lighthouse', decimals: 18, amount: parseEther('3.141592'), at: soldAt + day, days: 30 },
  Juno: { pool: 'Harbour', decimals: 6, amount: usd(20_000), at: soldAt, days: 21 },
  Kai: { pool: 'Harbour', decimals: 6, amount: usd(45_000), at: freezes[1].from - 30 * hour, days: 60 },
} as const

export const frozen: Story = {
  name: 'frozen',
  what: 'a MetaMorpho vault has lent out its last dollar, and nobody can withdraw for days',
  risk: 'money out of reach',
  decidedBy: 'FrozenTrigger: what the vault’s maxWithdraw lets a lender take, read at least daily for three days',
  told: [
    'Morpho Blue and MetaMorpho are the real contracts, from Morpho’s own bytecode; the loans and the people are invented.',
    'Covered: a lender whose shares are worth it cannot withdraw 100,000 USDC, at every reading, for three days. Paid: 20 % of the cover, once until it has ended.',
  ],
  begins,
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { amount, decimals, at, days }]) => {
        let cover = insured(amount)
        for (const { from, until } of freezes) {
          const counts = until - from >= persistence && inForce(from, { since: at + waiting, until: at + days * day })
          if (counts) cover = claim(cover, ratio, decimals)
        }
        return [who, cover.paid]
      }),
    )
  },
  async play(stage) {
    const usdc = await stage.token('USDC', 'USD Coin', 6)
    const weth = await stage.token('WETH', 'Wrapped Ether', 18)
    await stage.token('USDT', 'Tether USD', 6)
    const morpho = await startMorpho(stage, { loan: usdc, collateral: weth, price: usd(2_000) })
    await morpho.lend('Nora', usd(400_000))
    await morpho.lend('Olaf', usd(600_000))
    await stage.list('withdrawals', {
      trigger: stage.bulwark.frozenTrigger,
      wording: 'Nora cannot withdraw 100,000 USDC from Steady USDC for three days',
      config: {
        ...{ kind: 0, target: morpho.vault.address, account: stage.person('Nora').address, amount: usd(100_000) },
        ...{ ratio, persistence, gap },
      },
      rate: (3n * wad) / 100n,
      terms: { waiting, minPeriod: 3 * day },
    })
    const keeper = readingKeeper(stage, 'withdrawals', (fall) => (fall > 0n ? 'frozen' : 'free'))
    const backs = ['withdrawals']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: usd(300_000) }, backs })
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('10') }, backs })
    const buy = (who: keyof typeof covers) =>
      stage.at(covers[who].at).buy({ ...covers[who], who, listing: 'withdrawals' })
    const refuse = (reason: string) =>
      stage.refuse({ who: 'Lena', pool: 'Harbour', listing: 'withdrawals', amount: usd(10_000), days: 30 }, reason)
    for (const who of ['Gus', 'Juno', 'Hana', 'Ivo'] as const) await buy(who)

    const [short, long] = freezes
    stage.at(short.from)
    await morpho.borrow('Dario', parseEther('700'), usd(1_000_000))
    await stage.say('Dario borrows all 1,000,000 USDC that the vault has: nobody can withdraw')
    const first = await keeper.arm('Harbour')
    stage.at(short.from + 20 * hour)
    await keeper.read(first)
    stage.at(short.until)
    await morpho.repay('Dario', usd(1_000_000))
    await stage.say('he pays it back after 38 hours')
    await keeper.read(first)

    await buy('Kai')
    stage.at(long.from)
    await morpho.borrow('Dario', parseEther('700'), usd(1_000_000))
    await stage.say('Dario borrows all of it once more')
    await refuse('AdjudicatorRefuses')
    const second = await keeper.arm('Lighthouse')
    for (let at = long.from + 20 * hour; at < long.from + persistence; at += 20 * hour) {
      stage.at(at)
      await keeper.read(second)
    }
    stage.at(long.from + persistence)
    await keeper.prove(second)
    stage.at(stage.now + hour)
    await stage.settle('withdrawals', second.incident, long.from)
    await refuse('AdjudicatorRefuses')

    stage.at(long.until)
    await morpho.repay('Dario', usd(1_000_000))
    const { trigger, number } = stage.listing('withdrawals')
    await stage.send(trigger, 'thaw', [number])
    await stage.say(
      'he pays back: the keeper finds it free, and again a day later. Only now can it be sold and paid anew',
    )
    stage.at(long.until + day)
    await stage.send(trigger, 'thaw', [number])
  },
}
