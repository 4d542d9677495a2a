import { parseEventLogs } from 'viem'
import { FeedMismatchError } from '../errors.ts'
import { setNextTime } from '../internal/setNextTime.ts'
import { send } from '../send.ts'
import type { PriceFeed } from './deployPriceFeed.ts'
import { fluxAggregatorAbi } from './fluxAggregatorAbi.ts'

/** The parameters of {@link submitRound}. */
export type SubmitRoundParameters = {
  /** In the feed's decimals. */
  answer: bigint
  /** In Unix seconds: the time of the block that holds it. */
  updatedAt: number
  /** The round's number in the aggregator. @default the next one */
  round?: number
}

/**
 * Has the oracle submit the next round, in a block at exactly `updatedAt`. `startedAt` is the same.
 *
 * @returns the round's number in the aggregator; {@link proxyRoundId} gives the proxy's.
 * @throws {TimeNotIncreasedError} if the chain is already later.
 * @throws {TransactionRevertedError} if the aggregator refuses the answer (its bounds, another round number).
 * @throws {FeedMismatchError} if the round does not read back as submitted.
 * @example
 * await submitRound(feed, { answer: 87_000_000n, updatedAt: 1_678_520_000 })
 */
export async function submitRound(feed: PriceFeed, parameters: SubmitRoundParameters): Promise<number> {
  const { chain, aggregator, oracle } = feed
  const { answer, updatedAt } = parameters
  const contract = { address: aggregator, abi: fluxAggregatorAbi } as const
  const round =
    parameters.round ?? Number(await chain.public.readContract({ ...contract, functionName: 'latestRound' })) + 1
  await setNextTime(chain, updatedAt)
  const { logs } = await send(chain, {
    ...contract,
    functionName: 'submit',
    args: [BigInt(round), answer],
    account: oracle,
  })
  const [log] = parseEventLogs({ abi: fluxAggregatorAbi, eventName: 'AnswerUpdated', logs })
  if (log?.args.updatedAt !== BigInt(updatedAt) || log.args.current !== answer) {
    const actual = log ? `${log.args.current} at ${log.args.updatedAt}` : 'nothing'
    throw new FeedMismatchError({ aggregator, round, expected: `${answer} at ${updatedAt}`, actual })
  }
  return round
}
