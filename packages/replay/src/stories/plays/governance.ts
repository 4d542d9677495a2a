import { type Deployed, deployUptimeFeed, proxyRoundId, reportSequencer } from '@bulwark/testkit'
import { encodeFunctionData, keccak256, maxUint256, parseEther, parseUnits, toHex, zeroAddress } from 'viem'
import { claim, insured } from '../claim.ts'
import { money } from '../format.ts'
import { inForce } from '../inForce.ts'
import type { Stage } from '../Stage.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)
const waiting = day
const persistence = 3 * hour
const ratio = wad / 10n

const begins = utc('2026-01-05T09:00')
const proposedAt = begins + 3 * day
const votedAt = proposedAt + 2 * day
const queuedAt = proposedAt + 6 * day + hour
const leavesAt = queuedAt + 14 * day
const effectAt = queuedAt + 16 * day
const outageAt = effectAt + 10 * day

const covers = {
  Gus: { listing: 'North', amount: usd(40_000), at: begins + 60, days: 90 },
  Hana: { listing: 'North', amount: usd(40_000), at: effectAt + hour, days: 60 },
  Ivo: { listing: 'South', amount: usd(5_000.5), at: effectAt + hour, days: 60 },
  Juno: { listing: 'North', amount: usd(20_000), at: outageAt - 10 * hour, days: 60 },
} as const

/** What is proposed for the class of rollups: no more than 1.5 % a year. */
const ceiling = (15n * wad) / 1_000n
/** What the listings allow for ever: no more than 20 %. */
const maxRate = wad / 5n

export const governance: Story = {
  name: 'governance',
  what: 'the members lower the price of a class by vote; who disagrees is out before; what is out of bounds fails',
  risk: 'a vote on a rate',
  decidedBy: 'the members: votes of the token, 16 days of timelock; the outage by FrozenTrigger',
  told: [
    'Everything is invented. The class is two rollups, North and South; cover on them was sold at 2 % a year.',
    'Mara has 20 million votes and thinks that too dear. Ben, an underwriter, thinks it too cheap. A decision waits 16 days, an exit 14.',
    'Covered: a sequencer is down for three hours on end. Paid: 10 % of the cover.',
  ],
  begins,
  launched: true,
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { listing, amount, at, days }]) => {
        const counts = listing === 'North' && inForce(outageAt, { since: at + waiting, until: at + days * day })
        return [who, counts ? claim(insured(amount), ratio, 6).paid : 0n]
      }),
    )
  },
  async play(stage) {
    const usdt = await stage.token('USDT', 'Tether USD', 6)
    const feeds = { North: await openRollup(stage, 'North'), South: await openRollup(stage, 'South') }
    const backs = ['North', 'South']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: usd(200_000), Ben: usd(50_000) }, backs })
    const buy = (who: keyof typeof covers) => stage.at(covers[who].at).buy({ ...covers[who], who, pool: 'Harbour' })
    await buy('Gus')

    // -- The proposals --------------------------------------------------------------------------------------------
    const { treasury } = stage.chain.actors
    const { token, listings } = stage.bulwark
    for (const [who, millions] of [
      ['Mara', 20],
      ['Noor', 6],
    ] as const) {
      const amount = parseEther(String(millions * 1_000_000))
      await stage.send(token, 'transfer', [stage.person(who).address, amount], { who: treasury })
      await stage.send(token, 'delegate', [stage.person(who).address], { who })
    }
    await stage.say('Mara has 20 million votes, Noor 6 million, of 50 million')
    const numbers = backs.map((name) => Number(stage.listing(name).number))
    const bounds = (highest: bigint) =>
      encodeFunctionData({ abi: listings.abi, functionName: 'setRateBounds', args: [numbers, 0n, highest] })
    const lower = decision(listings, bounds(ceiling), 'Rollups: 1.5 % a year at most')
    const beyond = decision(listings, bounds(maxRate + 1n), 'Rollups: beyond what their listings allow')
    stage.at(proposedAt)
    await propose(stage, lower, 'Mara proposes that no rate of the class be above 1.5 % a year')
    await propose(stage, beyond, 'somebody proposes a bound above the 20 % that the listings fixed for ever', 'Noor')
    stage.at(votedAt)
    await vote(stage, lower, { Mara: 1, Noor: 0 })
    await vote(stage, beyond, { Mara: 1, Noor: 1 })
    await stage.say('Mara votes for both, Noor against the first and for the second: both are carried')

    stage.at(queuedAt)
    for (const each of [lower, beyond]) await stage.send(stage.bulwark.governor, 'queue', each.args)
    await stage.say('both are queued in the timelock: 16 days')

    // -- Who disagrees leaves -------------------------------------------------------------------------------------
    const pool = stage.pool('Harbour')
    const ben = stage.person('Ben').address
    const shares = await stage.read<bigint>(pool, 'balanceOf', [ben])
    await stage.send(pool, 'requestRedeem', [shares, ben, ben], { who: 'Ben' })
    await stage.say('Ben finds that too cheap: he asks for his exit', { pool: 'Harbour' })
    stage.at(leavesAt)
    await stage.send(pool, 'processRedeem', [1n])
    await stage.send(pool, 'redeem', [shares, ben, ben], { who: 'Ben' })
    const got = await stage.read<bigint>(usdt, 'balanceOf', [ben])
    await stage.say(`Ben is out with ${money(pool.asset, got)}, two days before anything changes`, { pool: 'Harbour' })
    if (got < usd(50_000)) throw new Error('Ben lost by leaving.')
    stage.at(leavesAt + hour)
    if (!(await execute(stage, lower))) throw new Error('A decision took effect before its time.')
    await stage.say('somebody tries to execute the first decision early: refused, it is not due')

    // -- It takes effect ------------------------------------------------------------------------------------------
    stage.at(effectAt + 60)
    await post(stage, backs)
    const before = await premiumOf(stage)
    stage.at(effectAt + 120)
    if (await execute(stage, lower)) throw new Error('What was carried could not be executed.')
    const after = await premiumOf(stage)
    const { rate } = await stage.read<{ rate: bigint }>(listings, 'saleTerms', [numbers[0], usdt.address])
    if (rate !== ceiling || after >= before) throw new Error('The next quote does not show the vote.')
    const quotes = `10,000 USDT on North for 60 days cost ${money(pool.asset, before)} a minute ago, and cost ${money(pool.asset, after)} now`
    await stage.say(`anyone executes it. ${quotes}`, { gauge: '1.5 %' })
    for (const name of backs) stage.listing(name).rate = ceiling
    const reason = await execute(stage, beyond)
    if (reason !== 'RateOutOfBounds') throw new Error(`Out of bounds: ${reason ?? 'executed'}.`)
    stage.refused++
    await stage.say('the second one cannot be executed: the code of the listings knows no rate above 20 %')

    // -- And covers are paid as ever ------------------------------------------------------------------------------
    await buy('Hana')
    await buy('Ivo')
    await buy('Juno')
    const round = await reportSequencer(feeds.North, { up: false, at: stage.at(outageAt).now })
    await stage.say('the sequencer of North is down', { gauge: 'down' })
    stage.at(outageAt + persistence)
    await stage.mine()
    const north = stage.listing('North')
    const value = await stage.fee()
    await stage.send(north.trigger, 'proveOutage', [north.number, proxyRoundId(round), pool.address], { value })
    const incident = await stage.read<bigint>(stage.bulwark.incidents, 'count')
    await stage.say(
      'three hours: anyone proves it, ruled 10 %; Gus’s cover, sold before the vote, is paid as it was sold',
    )
    await stage.step('North')
    await stage.settle('North', incident, outageAt)
  },
}

/** A listing of one rollup at 2 % a year, and its feed. */
async function openRollup(stage: Stage, name: string) {
  await stage.setTime()
  const feed = await deployUptimeFeed(stage.chain)
  await stage.sync()
  await reportSequencer(feed, { up: true, at: stage.now })
  await stage.sync()
  await stage.list(name, {
    trigger: stage.bulwark.frozenTrigger,
    wording: `the sequencer of ${name} is down for three hours on end`,
    config: { kind: 3, target: feed.proxy, account: zeroAddress, amount: 0n, ratio, persistence, gap: 0 },
    rate: (2n * wad) / 100n,
    terms: { waiting, maxRate },
  })
  return feed
}

/** A decision as the governor takes it, and the arguments of its later steps. */
function decision({ address }: Deployed, data: `0x${string}`, description: string) {
  const lists = [[address], [0n], [data]] as const
  return { proposed: [...lists, description], args: [...lists, keccak256(toHex(description))] }
}

type Decision = ReturnType<typeof decision>

async function propose(stage: Stage, { proposed }: Decision, told: string, who = 'Mara'): Promise<void> {
  await stage.send(stage.bulwark.governor, 'propose', proposed, { who })
  await stage.say(told)
}

async function vote(stage: Stage, { args }: Decision, votes: Readonly<Record<string, number>>): Promise<void> {
  const { governor } = stage.bulwark
  const proposal = await stage.read<bigint>(governor, 'getProposalId', args)
  for (const [who, support] of Object.entries(votes))
    await stage.send(governor, 'castVote', [proposal, support], { who })
}

/** Executes a decision, as anyone may; the name of the error if it cannot be. */
function execute(stage: Stage, { args }: Decision): Promise<string | undefined> {
  return stage.attempt(stage.send(stage.bulwark.governor, 'execute', args))
}

/** The rate poster posts what he posted before: rates must be young when something is quoted. */
async function post(stage: Stage, names: readonly string[]): Promise<void> {
  const posts = names.map((name) => ({ listing: stage.listing(name).number, rate: stage.listing(name).rate }))
  const hash = keccak256(toHex('rollups'))
  await stage.send(stage.bulwark.listings, 'postRates', [posts, hash, hash], { who: stage.chain.actors.ratePoster })
  for (const name of names) stage.listing(name).postedAt = stage.now
}

/** What 10,000 USDT on North for 60 days cost in the newest block. */
async function premiumOf(stage: Stage): Promise<bigint> {
  const order = {
    ...{ listing: Number(stage.listing('North').number), duration: 60 * day, amount: usd(10_000) },
    ...{ owner: stage.person('Gus').address, account: zeroAddress, maxPremium: maxUint256, deadline: maxUint256 },
    ...{ referrer: zeroAddress, referrerFee: 0, quote: '0x' },
  }
  const { total } = await stage.read<{ total: bigint }>(stage.pool('Harbour'), 'quote', [order])
  return total
}
