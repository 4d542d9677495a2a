import { parseEther, parseUnits } from 'viem'
import { claim, insured } from '../claim.ts'
import { inForce } from '../inForce.ts'
import { readingKeeper } from '../readingKeeper.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)
const btc = (amount: number) => parseUnits(String(amount), 8)
const persistence = 6 * hour
const waiting = day

const begins = utc('2025-06-02T08:00')
const theftAt = begins + 24 * day + 15 * hour
/** What was minted on this side, and what lies locked for it at two addresses on the other. */
const minted = parseEther('4000')
const locked = { Vera: btc(3_100), Walt: btc(900.5) }
const stolen = btc(1_730.25)

const covers = {
  Gus: { pool: 'Harbour', decimals: 6, amount: usd(300_000), at: begins + day, days: 120 },
  Hana: { pool: 'Harbour', decimals: 6, amount: usd(33_333.33), at: begins + 10 * day, days: 30 },
  Ivo: { pool: 'Lighthouse', decimals: 18, amount: parseEther('15'), at: begins + day, days: 365 },
  Juno: { pool: 'Harbour', decimals: 6, amount: usd(90_000), at: theftAt - 20 * hour, days: 60 },
  Kai: { pool: 'Harbour', decimals: 6, amount: usd(70_000), at: begins + 2 * day, days: 22 },
} as const

/** What is missing of what was minted, both in 18 decimals. */
function ratio(): bigint {
  const left = (locked.Vera + locked.Walt - stolen) * 10n ** 10n
  return ((minted - left) * wad) / minted
}

export const bridge: Story = {
  name: 'bridge',
  what: 'a bridge’s lock is robbed: 4,000 tokens minted, 2,270 left behind them',
  risk: 'hack of a bridge',
  decidedBy: 'ReserveTrigger: what is locked against what was minted, read twice, six hours apart',
  told: [
    'Invented throughout; tokens are plain ERC-20, the locked one with 8 decimals, the minted one with 18. Both sides lie on one chain: across chains the lock’s balance needs a proof of its own.',
    'Covered: what two lock addresses hold is more than 3 % below what was minted for it, for six hours. Paid: the cover × what is missing / what was minted.',
  ],
  begins,
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { amount, decimals, at, days }]) => {
        const term = { since: at + waiting, until: at + days * day }
        return [who, inForce(theftAt, term) ? claim(insured(amount), ratio(), decimals).paid : 0n]
      }),
    )
  },
  async play(stage) {
    await stage.token('USDT', 'Tether USD', 6)
    await stage.token('WETH', 'Wrapped Ether', 18)
    const bitcoin = await stage.token('WBTC', 'Wrapped bitcoin', 8)
    const bridged = await stage.token('bBTC', 'Bridged bitcoin', 18)
    await stage.give(bridged, 'Nora', minted)
    for (const [who, amount] of Object.entries(locked)) await stage.give(bitcoin, who, amount)
    const locks = Object.keys(locked)
      .map((who) => stage.person(who).address)
      .sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
    await stage.list('the bridge', {
      trigger: stage.bulwark.reserveTrigger,
      wording: 'what the bridge’s two addresses hold, more than 3 % below what was minted, for six hours',
      config: {
        ...{ kind: 1, token: bridged.address, source: bitcoin.address, leastSupply: wad, view_: '0x00000000' },
        ...{ heartbeat: 0, locks },
        levels: { strike: (3n * wad) / 100n, recovery: wad / 100n, warning: wad / 200n, persistence },
      },
      rate: (6n * wad) / 100n,
      terms: { waiting },
    })
    const keeper = readingKeeper(stage, 'the bridge')
    const backs = ['the bridge']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: usd(700_000), Ben: usd(100_000) }, backs })
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('25') }, backs })
    stage.at(begins + day)
    await keeper.observe()
    for (const [who, cover] of Object.entries(covers).sort(([, a], [, b]) => a.at - b.at)) {
      await stage.at(cover.at).buy({ ...cover, who, listing: 'the bridge' })
    }
    stage.at(theftAt)
    await stage.send(bitcoin, 'transfer', [stage.chain.actors.attacker.address, stolen], { who: 'Vera' })
    await stage.say('1,730.25 WBTC leave a lock address for a stranger’s')
    const lena = { who: 'Lena', pool: 'Lighthouse', listing: 'the bridge', amount: parseEther('5'), days: 30 }
    await stage.refuse(lena, 'AdjudicatorRefuses')
    stage.at(theftAt + hour / 3)
    const span = await keeper.arm('Lighthouse')
    stage.at(span.armedAt + 2 * hour)
    await keeper.read(span)
    await stage.refuse(lena, 'IncidentOpen')
    stage.at(span.armedAt + persistence)
    await keeper.prove(span)
    await stage.settle('the bridge', span.incident, theftAt)
  },
}
