import { parseEther, parseUnits } from 'viem'
import type { FeedListing } from '../types.ts'

const day = 86_400
const percent = 10n ** 16n

/** Unix seconds of a moment in UTC. */
export const utc = (moment: string): number => Date.parse(`${moment}Z`) / 1000

const usd = (amount: number): bigint => parseUnits(String(amount), 6)
const eth = (amount: number): bigint => parseEther(String(amount))

/** When the story begins to be set up, and when its pools are created (one second apart). */
export const launch = utc('2023-02-20T00:55')
export const poolsAt = launch + 300

/** The two depeg listings; prices have 8 decimals. */
export const feedListings: readonly FeedListing[] = [
  { name: 'near', strike: 95_000_000n, recovery: 98_000_000n, rate: 2n * percent },
  { name: 'far', strike: 90_000_000n, recovery: 92_000_000n, rate: percent },
].map((listing) => ({
  ...listing,
  warning: 99_500_000n,
  persistence: 12n * 3600n,
  heartbeat: 86_400n,
  reference: 100_000_000n,
}))

/** Listings that the test adjudicator rules; rates as in data/rates-2023-03.json. */
export const otherListings = [
  { name: 'lending', rate: (26n * percent) / 10n },
  { name: 'staking', rate: (12n * percent) / 10n },
  { name: 'bridge', rate: 4n * percent },
  { name: 'exchange', rate: 3n * percent },
] as const

/** Seconds of grace of every listing. */
export const grace = 7 * day

const depeg = { class: 0, group: 1n }
const classes = [
  { rho: 50n * percent, maxLossProbability: 10n * percent },
  { rho: 50n * percent, maxLossProbability: 10n * percent },
  { rho: 50n * percent, maxLossProbability: 10n * percent },
]

/** A pool of the story: what it is made with, and what it backs in which class and group. */
export type PlannedPool = {
  name: string
  what: string
  asset: 'USDT' | 'WETH'
  decimals: number
  classes: { rho: bigint; maxLossProbability: bigint }[]
  backs: Record<string, { class: number; group: bigint }>
}

/** Terms that all pools of the story share. */
export const terms = { cooldown: 14n * 86_400n, r: 2500n, kappa: percent / 5n, curatorFee: 500n, protocolFee: 500n }

export const pools: readonly PlannedPool[] = [
  {
    name: 'Harbour',
    what: 'a diversified pool in USDT',
    asset: 'USDT',
    decimals: 6,
    classes,
    backs: { near: depeg, far: depeg, lending: { class: 1, group: 2n }, staking: { class: 2, group: 3n } },
  },
  {
    name: 'Lighthouse',
    what: 'a single-project pool in WETH',
    asset: 'WETH',
    decimals: 18,
    classes: classes.slice(0, 1),
    backs: { near: depeg },
  },
  {
    name: 'Skerry',
    what: 'a third, small pool in USDT',
    asset: 'USDT',
    decimals: 6,
    classes,
    backs: { near: depeg, bridge: { class: 1, group: 2n }, exchange: { class: 2, group: 3n } },
  },
]

/** Something that somebody does at a moment of the story. */
export type Action = { at: number } & (
  | { do: 'deposit'; pool: string; who: string; amount: bigint }
  | { do: 'buy'; pool: string; who: string; listing: string; amount: bigint; days: number }
  | { do: 'tryToBuy'; pool: string; who: string; listing: string; amount: bigint; days: number; why: string }
  | { do: 'askToLeave'; pool: string; who: string; when: string }
  | { do: 'serveExits'; pool: string }
  | { do: 'takeOut'; pool: string; who: string }
  | { do: 'totalLoss'; listing: string; pool: string }
  | { do: 'settle'; listing: string; pools: readonly string[] }
  | { do: 'close'; listing: string }
  | { do: 'release'; pool: string; listing: string }
)

const at = (moment: string) => ({ at: utc(`2023-${moment}`) })
const near = { listing: 'near', days: 30 } as const
const far = { listing: 'far', days: 30 } as const
const total = { days: 60 } as const

/** Everything that people do, in order. What the feed and the keeper do follows from the rounds. */
export const actions: readonly Action[] = [
  { ...at('02-20T02:00'), do: 'deposit', pool: 'Harbour', who: 'Ada', amount: usd(2_000_000) },
  { ...at('02-20T02:10'), do: 'deposit', pool: 'Harbour', who: 'Ben', amount: usd(500_000) },
  { ...at('02-20T02:20'), do: 'deposit', pool: 'Harbour', who: 'Cleo', amount: usd(500_000) },
  { ...at('02-20T02:30'), do: 'deposit', pool: 'Harbour', who: 'Dina', amount: usd(300_000) },
  { ...at('02-20T02:40'), do: 'deposit', pool: 'Lighthouse', who: 'Emil', amount: eth(500) },
  { ...at('02-20T02:50'), do: 'deposit', pool: 'Skerry', who: 'Finn', amount: usd(226_385) },
  { ...at('02-21T12:00'), do: 'askToLeave', pool: 'Harbour', who: 'Ben', when: 'two weeks before' },

  { ...at('03-06T09:00'), do: 'buy', pool: 'Harbour', who: 'Gus', listing: 'lending', amount: usd(300_000), days: 30 },
  { ...at('03-06T09:10'), do: 'buy', pool: 'Harbour', who: 'Hana', listing: 'staking', amount: usd(200_000), days: 30 },
  { ...at('03-07T13:00'), do: 'serveExits', pool: 'Harbour' },
  { ...at('03-07T13:10'), do: 'takeOut', pool: 'Harbour', who: 'Ben' },
  { ...at('03-08T09:00'), do: 'buy', pool: 'Skerry', who: 'Ivo', listing: 'bridge', amount: usd(110_000), ...total },
  { ...at('03-08T09:10'), do: 'buy', pool: 'Skerry', who: 'Juno', listing: 'exchange', amount: usd(110_000), ...total },
  { ...at('03-08T09:20'), do: 'buy', pool: 'Skerry', who: 'Kai', amount: usd(60_000), ...near },
  { ...at('03-08T09:30'), do: 'buy', pool: 'Skerry', who: 'Lena', amount: usd(30_000), ...near },
  { ...at('03-08T09:40'), do: 'buy', pool: 'Skerry', who: 'Gus', amount: usd(10_000), ...near },
  {
    ...at('03-08T09:50'),
    do: 'tryToBuy',
    pool: 'Skerry',
    who: 'Hana',
    amount: usd(100),
    ...near,
    why: 'sold to its limit',
  },
  { ...at('03-08T10:00'), do: 'buy', pool: 'Harbour', who: 'Juno', amount: usd(250_000), ...near },
  { ...at('03-08T10:10'), do: 'buy', pool: 'Harbour', who: 'Kai', amount: usd(5_000), ...near },
  { ...at('03-08T10:20'), do: 'buy', pool: 'Harbour', who: 'Lena', amount: usd(100_000), ...near },
  { ...at('03-08T10:30'), do: 'buy', pool: 'Harbour', who: 'Ivo', amount: usd(150_000), ...far },
  { ...at('03-08T10:40'), do: 'buy', pool: 'Harbour', who: 'Gus', amount: usd(40_000), ...far },
  { ...at('03-08T10:50'), do: 'buy', pool: 'Lighthouse', who: 'Hana', amount: eth(40), ...near },
  { ...at('03-08T11:00'), do: 'buy', pool: 'Lighthouse', who: 'Ivo', amount: eth(12.5), ...near },
  { ...at('03-08T18:00'), do: 'askToLeave', pool: 'Harbour', who: 'Cleo', when: 'before' },
  { ...at('03-09T10:00'), do: 'totalLoss', listing: 'bridge', pool: 'Skerry' },
  { ...at('03-09T10:30'), do: 'settle', listing: 'bridge', pools: ['Skerry'] },
  { ...at('03-09T14:00'), do: 'totalLoss', listing: 'exchange', pool: 'Skerry' },
  { ...at('03-09T14:30'), do: 'settle', listing: 'exchange', pools: ['Skerry'] },

  {
    ...at('03-11T04:30'),
    do: 'tryToBuy',
    pool: 'Harbour',
    who: 'Hana',
    amount: usd(100_000),
    ...near,
    why: 'late',
  },
  { ...at('03-11T06:00'), do: 'askToLeave', pool: 'Harbour', who: 'Dina', when: 'during' },
  { ...at('03-11T18:30'), do: 'settle', listing: 'near', pools: ['Harbour', 'Lighthouse', 'Skerry'] },
  { ...at('03-11T20:00'), do: 'askToLeave', pool: 'Harbour', who: 'Ada', when: 'after' },

  { ...at('03-16T12:00'), do: 'settle', listing: 'near', pools: ['Skerry'] },
  { ...at('03-22T19:00'), do: 'serveExits', pool: 'Harbour' },
  { ...at('03-22T19:10'), do: 'takeOut', pool: 'Harbour', who: 'Cleo' },
  { ...at('03-25T07:00'), do: 'serveExits', pool: 'Harbour' },
  { ...at('03-25T07:10'), do: 'takeOut', pool: 'Harbour', who: 'Dina' },
  { ...at('03-26T12:00'), do: 'serveExits', pool: 'Harbour' },
  { ...at('03-26T12:10'), do: 'takeOut', pool: 'Harbour', who: 'Ada' },
  { ...at('04-10T12:00'), do: 'settle', listing: 'near', pools: ['Skerry'] },
  { ...at('04-11T12:00'), do: 'close', listing: 'bridge' },
  { ...at('04-11T12:10'), do: 'close', listing: 'exchange' },
  { ...at('04-11T12:20'), do: 'close', listing: 'near' },
  ...['near', 'far', 'lending', 'staking'].map(
    (listing, index): Action => ({ at: utc('2023-04-25T12:00') + 60 * index, do: 'release', pool: 'Harbour', listing }),
  ),
  { ...at('04-25T13:00'), do: 'serveExits', pool: 'Harbour' },
  { ...at('04-25T13:10'), do: 'takeOut', pool: 'Harbour', who: 'Ada' },
]
