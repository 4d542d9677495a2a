import { deploy, readForgeArtifact } from '@bulwark/testkit'
import { parseEther, parseUnits, toFunctionSelector } from 'viem'
import { claim, insured } from '../claim.ts'
import { inForce } from '../inForce.ts'
import { readingKeeper } from '../readingKeeper.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)
const persistence = 4 * hour
const waiting = day

const begins = utc('2025-07-07T14:00')
const hackAt = begins + 23 * day + 4 * hour
/** What a share is worth, as the exchange says: before, after, and after a part came back within the span. */
const prices = { before: 1_023_500_000_000_000_000n, after: 614_100_000_000_000_000n, partly: 655_040_000_000_000_000n }

const covers = {
  Gus: { pool: 'Harbour', decimals: 6, amount: usd(150_000), at: begins + day, days: 90 },
  Hana: { pool: 'Harbour', decimals: 6, amount: usd(2_500), at: begins + day, days: 30 },
  Ivo: { pool: 'Harbour', decimals: 6, amount: usd(64_000.64), at: begins + 8 * day, days: 60 },
  Juno: { pool: 'Lighthouse', decimals: 18, amount: parseEther('7.7'), at: begins + day, days: 45 },
  Kai: { pool: 'Harbour', decimals: 6, amount: usd(60_000), at: hackAt - 5 * hour, days: 30 },
} as const

/** The smallest fall that was read in the span counts. */
const ratio = () => ((prices.before - prices.partly) * wad) / prices.before

export const dexHack: Story = {
  name: 'dex-hack',
  what: 'an exchange’s pool is drained: its own virtual price falls from 1.0235 to 0.6141',
  risk: 'hack of an exchange’s pool',
  decidedBy: 'ReserveTrigger: the LP share’s virtual price against its mark, read three times in four hours',
  told: [
    'Invented throughout. In the exchange’s place stands a double that answers get_virtual_price, as Curve’s pools do.',
    'Covered: the virtual price falls by more than 10 % below its mark for four hours. Paid: the cover × the smallest fall read meanwhile, so a part that comes back in time is nobody’s loss.',
  ],
  begins,
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { amount, decimals, at, days }]) => {
        const term = { since: at + waiting, until: at + days * day }
        return [who, inForce(hackAt, term) ? claim(insured(amount), ratio(), decimals).paid : 0n]
      }),
    )
  },
  async play(stage) {
    await stage.token('USDT', 'Tether USD', 6)
    await stage.token('WETH', 'Wrapped Ether', 18)
    const share = await stage.token('LP', 'Share of the exchange', 18)
    await stage.give(share, 'Nora', parseEther('5000000'))
    await stage.setTime()
    const exchange = await deploy(stage.chain, await readForgeArtifact('WildSource'))
    const setPrice = (price: bigint) => stage.send(exchange, 'set', [toFunctionSelector('get_virtual_price()'), price])
    await setPrice(prices.before)
    await stage.list('the exchange', {
      trigger: stage.bulwark.reserveTrigger,
      wording: 'the virtual price of the pool’s share, more than 10 % below its mark for four hours',
      config: {
        ...{ kind: 2, token: share.address, source: exchange.address, leastSupply: wad, view_: '0x00000000' },
        ...{ heartbeat: 0, locks: [] },
        levels: { strike: wad / 10n, recovery: wad / 20n, warning: wad / 50n, persistence },
      },
      rate: (7n * wad) / 100n,
      terms: { waiting },
    })
    const keeper = readingKeeper(stage, 'the exchange')
    const backs = ['the exchange']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: usd(350_000) }, backs })
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('12') }, backs })
    stage.at(begins + day)
    await stage.refuse({ ...covers.Hana, who: 'Hana', listing: 'the exchange' }, 'AdjudicatorRefuses')
    await keeper.observe()
    for (const [who, cover] of Object.entries(covers).sort(([, a], [, b]) => a.at - b.at)) {
      await stage.at(cover.at).buy({ ...cover, who, listing: 'the exchange' })
    }
    const mike = { who: 'Mike', pool: 'Harbour', listing: 'the exchange', amount: usd(200_000), days: 30 }
    await stage.refuse(mike, 'CapacityExceeded')
    stage.at(hackAt)
    await setPrice(prices.after)
    await stage.say('a transaction empties one side of the pool', { gauge: '0.6141' })
    stage.at(hackAt + 120)
    const span = await keeper.arm('Harbour')
    await stage.refuse({ ...covers.Hana, who: 'Lena', listing: 'the exchange' }, 'IncidentOpen')
    stage.at(hackAt + 2 * hour)
    await setPrice(prices.partly)
    await stage.say('the thief gives a part back', { gauge: '0.6550' })
    await keeper.read(span)
    stage.at(hackAt + 3 * hour)
    await setPrice(prices.after)
    await stage.say('he takes it again; what was read stays', { gauge: '0.6141' })
    stage.at(span.armedAt + persistence)
    await keeper.prove(span)
    await stage.settle('the exchange', span.incident, hackAt)
  },
}
