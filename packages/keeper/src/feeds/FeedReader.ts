import { type FeedRound, isLoss, withLevels } from '@bulwark/risk/exact'
import type { TriggerConfig } from '@bulwark/sdk'
import { type Address, type Client, parseAbi } from 'viem'
import { readContract } from 'viem/actions'

/** Chainlink's proxy, as far as it is read. */
const feedAbi = parseAbi([
  'function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
  'function getRoundData(uint80 roundId) view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
])

type RoundData = readonly [bigint, bigint, bigint, bigint, bigint]

/** The rounds of a feed that are known. */
export type KnownRounds = {
  readonly phase: bigint
  readonly rounds: readonly FeedRound[]
  /** Does the first of them begin its phase? */
  readonly fromStart: boolean
}

/** The parameters of {@link FeedReader.read}. */
export type ReadFeedParameters = {
  feed: Address
  /** Every configuration that watches the feed. */
  configs: readonly TriggerConfig[]
  /** Rounds are fetched back to this moment, and then to the recovery before it, Unix seconds. */
  since: bigint
  blockNumber: bigint
}

const chunk = 200n
/** Rounds that are kept of a feed. */
const most = 20_000

const phaseOf = (round: bigint): bigint => round >> 64n
const numberOf = (round: bigint): bigint => round & ((1n << 64n) - 1n)

/** Reads the rounds of feeds, each once; the newest again and again, since an aggregator may still change it. */
export class FeedReader {
  private readonly known = new Map<Address, { phase: bigint; rounds: FeedRound[]; fromStart: boolean }>()

  /** The rounds of a feed up to a block. */
  async read(client: Client, { feed, configs, since, blockNumber }: ReadFeedParameters): Promise<KnownRounds> {
    const read = { address: feed, abi: feedAbi, blockNumber } as const
    const latest = toRound(await readContract(client, { ...read, functionName: 'latestRoundData' }))
    const phase = phaseOf(latest.round)
    let known = this.known.get(feed)
    const isNew = !known || known.phase !== phase || (known.rounds.at(-1)?.round ?? 0n) > latest.round
    if (isNew) known = { phase, rounds: [], fromStart: false }
    const { rounds } = known as { rounds: FeedRound[] }

    // What was the newest may have changed until a later one followed it.
    const last = rounds.pop()
    const from = last?.round ?? latest.round
    if (from < latest.round) rounds.push(...(await this.fetch(client, read, from, latest.round - 1n)))
    rounds.push(latest)
    if (isNew) await this.fetchBack(client, read, known as never, configs, since)
    if (rounds.length > most) rounds.splice(0, rounds.length - most)
    this.known.set(feed, known as never)
    return known as KnownRounds
  }

  /** Everything from `since` on, and before it as much as shows a recovery to every listing. */
  private async fetchBack(
    client: Client,
    read: { address: Address; abi: typeof feedAbi; blockNumber: bigint },
    known: { rounds: FeedRound[]; fromStart: boolean },
    configs: readonly TriggerConfig[],
    since: bigint,
  ): Promise<void> {
    const { rounds } = known
    for (let oldest = rounds[0]; oldest && rounds.length < most; oldest = rounds[0]) {
      if (numberOf(oldest.round) <= 1n) {
        known.fromStart = true
        return
      }
      const end = oldest.time
      const isEnough = (config: TriggerConfig): boolean => {
        const first = withLevels({ ...config, rounds }).find(({ level }) => level !== undefined)
        return first?.level !== undefined && !isLoss(config, first.level, config.recovery)
      }
      if (end < since && configs.every(isEnough)) return
      const start = (phaseOf(oldest.round) << 64n) + maximum(1n, numberOf(oldest.round) - chunk)
      const older = await this.fetch(client, read, start, oldest.round - 1n)
      if (older.length === 0) {
        known.fromStart = true
        return
      }
      rounds.unshift(...older)
    }
  }

  private async fetch(
    client: Client,
    read: { address: Address; abi: typeof feedAbi; blockNumber: bigint },
    from: bigint,
    to: bigint,
  ): Promise<FeedRound[]> {
    const rounds: FeedRound[] = []
    for (let start = from; start <= to; start += chunk) {
      const count = Number(minimum(chunk, to - start + 1n))
      const answers = await Promise.all(
        Array.from({ length: count }, async (_, offset) => {
          const args = [start + BigInt(offset)] as const
          try {
            return toRound(await readContract(client, { ...read, functionName: 'getRoundData', args }))
          } catch (error) {
            // A round that the aggregator does not have; anything else is the node's.
            if (isRevert(error)) return undefined
            throw error
          }
        }),
      )
      rounds.push(...answers.filter((round): round is FeedRound => round !== undefined && round.time > 0n))
    }
    return rounds
  }
}

function toRound([round, answer, , time, answeredInRound]: RoundData): FeedRound {
  return { round, answer, time, answeredInRound, phase: phaseOf(round) }
}

function isRevert(error: unknown): boolean {
  const names = ['ContractFunctionRevertedError', 'ContractFunctionZeroDataError']
  for (let cause = error as Error | undefined; cause; cause = cause.cause as Error | undefined) {
    if (names.includes(cause.name)) return true
  }
  return false
}

const minimum = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const maximum = (a: bigint, b: bigint): bigint => (a > b ? a : b)
