import { deployUptimeFeed, proxyRoundId, reportSequencer } from '@bulwark/testkit'
import { parseEther, parseUnits } from 'viem'
import { claim, insured } from '../claim.ts'
import { inForce } from '../inForce.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)
const persistence = 3 * hour
const waiting = day
const ratio = wad / 10n

const begins = utc('2025-11-03T06:00')
/** When the sequencer was down. */
const outages = [
  { from: begins + 9 * day + 1_234, until: begins + 9 * day + 1_234 + 78 * 60 },
  { from: begins + 20 * day + 777, until: begins + 20 * day + 777 + 7 * hour },
  { from: begins + 44 * day + 333, until: begins + 44 * day + 333 + 3 * hour + 20 * 60 },
] as const

const covers = {
  Gus: { pool: 'Harbour', decimals: 6, amount: usd(100_000), at: begins + 60, days: 90 },
  Hana: { pool: 'Harbour', decimals: 6, amount: usd(1_234.56), at: begins + 60, days: 30 },
  Ivo: { pool: 'Lighthouse', decimals: 18, amount: parseEther('4.2'), at: begins + 3 * day, days: 60 },
  Juno: { pool: 'Harbour', decimals: 6, amount: usd(15_000), at: outages[1].from - 10 * hour, days: 60 },
  Kai: { pool: 'Harbour', decimals: 6, amount: usd(10_000), at: begins + 60, days: 15 },
} as const

export const outage: Story = {
  name: 'outage',
  what: 'a rollup’s sequencer is down three times, twice for longer than three hours',
  risk: 'outage of a rollup',
  decidedBy: 'FrozenTrigger: Chainlink’s sequencer uptime feed, from the beginning of the outage',
  told: [
    'The feed is Chainlink’s own aggregator in the place of the uptime feed, whose bytecode no package has; the outages are invented, the first one as long as one in December 2023.',
    'Covered: the feed says that the sequencer is down for three hours on end. Paid: 10 % of the cover for each outage, proven in one transaction.',
  ],
  begins,
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { amount, decimals, at, days }]) => {
        let cover = insured(amount)
        for (const { from, until } of outages) {
          const counts = until - from >= persistence && inForce(from, { since: at + waiting, until: at + days * day })
          if (counts) cover = claim(cover, ratio, decimals)
        }
        return [who, cover.paid]
      }),
    )
  },
  async play(stage) {
    await stage.token('USDT', 'Tether USD', 6)
    await stage.token('WETH', 'Wrapped Ether', 18)
    await stage.setTime()
    const sequencer = await deployUptimeFeed(stage.chain)
    await stage.sync()
    await reportSequencer(sequencer, { up: true, at: stage.now })
    const report = async (up: boolean, at: number) => {
      const round = await reportSequencer(sequencer, { up, at: stage.at(at).now })
      await stage.say(up ? 'the sequencer is up again' : 'the sequencer is down', { gauge: up ? 'up' : 'down' })
      return proxyRoundId(round)
    }
    await stage.list('the rollup', {
      trigger: stage.bulwark.frozenTrigger,
      wording: 'the sequencer is down for three hours on end, as Chainlink’s uptime feed says',
      config: {
        ...{ kind: 3, target: sequencer.proxy, account: `0x${'0'.repeat(40)}`, amount: 0n },
        ...{ ratio, persistence, gap: 0 },
      },
      rate: (8n * wad) / 100n,
      terms: { waiting },
    })
    const { trigger, number } = stage.listing('the rollup')
    const backs = ['the rollup']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: usd(200_000), Ben: usd(50_000) }, backs })
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('15') }, backs })
    const buy = (who: keyof typeof covers) =>
      stage.at(covers[who].at).buy({ ...covers[who], who, listing: 'the rollup' })
    const value = await stage.fee()
    const prove = (round: bigint) =>
      stage.send(trigger, 'proveOutage', [number, round, stage.pool('Harbour').address], { value })
    const pay = async (round: bigint, from: number) => {
      await prove(round)
      const incident = await stage.read<bigint>(stage.bulwark.incidents, 'count')
      await stage.say('three hours: anyone proves it by the round that said so, ruled 10 %')
      await stage.step('the rollup')
      await stage.settle('the rollup', incident, from)
    }

    for (const who of ['Gus', 'Hana', 'Kai', 'Ivo'] as const) await buy(who)
    const [brief, long, last] = outages
    const first = await report(false, brief.from)
    await stage.refuse(
      { who: 'Lena', pool: 'Harbour', listing: 'the rollup', amount: usd(9_000), days: 30 },
      'AdjudicatorRefuses',
    )
    await report(true, brief.until)
    if ((await stage.attempt(prove(first))) !== 'SpanTooShort') throw new Error('A short outage was paid.')
    await stage.say('78 minutes are no loss: nothing can be proven')

    await buy('Juno')
    const second = await report(false, long.from)
    stage.at(long.from + persistence)
    await stage.mine()
    await pay(second, long.from)
    await report(true, long.until)
    stage.at(long.until + day)
    if ((await stage.attempt(prove(second))) !== 'OutageRuled') throw new Error('An outage was paid twice.')
    await stage.say('somebody tries to be paid for all seven hours once more: refused')

    const third = await report(false, last.from)
    await report(true, last.until)
    stage.at(last.until + hour)
    await pay(third, last.from)
  },
}
