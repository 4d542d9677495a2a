import { encodeAbiParameters, type Hex, keccak256, toHex } from 'viem'
import { chainTime } from '../chainTime.ts'
import { FeedMismatchError } from '../errors.ts'
import { increaseTo } from '../increaseTo.ts'
import type { Round } from '../readRounds.ts'
import type { PriceFeed } from './deployPriceFeed.ts'
import { fluxAggregatorAbi } from './fluxAggregatorAbi.ts'

/**
 * FluxAggregator 0.6's storage: `mapping(uint32 => Round) rounds` is slot 9, a Round is { int256 answer } and
 * { uint64 startedAt, uint64 updatedAt, uint32 answeredInRound }, and slot 7 is { uint32 reportingRoundId,
 * uint32 latestRoundId }.
 */
const roundsSlot = 9n
const countersSlot = 7n

/** Writes rounds into the aggregator's storage, numbered from `first`, and moves the chain to the last one's time. */
export async function storeRounds(feed: PriceFeed, first: number, rounds: readonly Round[]): Promise<void> {
  const { chain, aggregator } = feed
  const set = (index: Hex, value: bigint) =>
    chain.test.setStorageAt({ address: aggregator, index, value: toHex(BigInt.asUintN(256, value), { size: 32 }) })
  await Promise.all(
    rounds.flatMap(({ answer, updatedAt }, index) => {
      const round = BigInt(first + index)
      const time = BigInt(updatedAt)
      const slot = BigInt(
        keccak256(encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [round, roundsSlot])),
      )
      return [set(toHex(slot), answer), set(toHex(slot + 1n), (round << 128n) | (time << 64n) | time)]
    }),
  )
  const latest = BigInt(first + rounds.length - 1)
  await set(toHex(countersSlot, { size: 32 }), (latest << 32n) | latest)
  const last = rounds.at(-1)
  // A block in any case: calls at the latest block must see the new storage.
  if (last) await increaseTo(chain, Math.max(last.updatedAt, await chainTime(chain)))
  for (const index of new Set([0, rounds.length - 1])) await assertStored(feed, first + index, rounds[index])
}

async function assertStored({ chain, aggregator }: PriceFeed, round: number, expected: Round | undefined) {
  if (!expected) return
  const contract = { address: aggregator, abi: fluxAggregatorAbi, args: [BigInt(round)] } as const
  const answer = await chain.public.readContract({ ...contract, functionName: 'getAnswer' })
  const time = await chain.public.readContract({ ...contract, functionName: 'getTimestamp' })
  if (answer === expected.answer && Number(time) === expected.updatedAt) return
  const wanted = `${expected.answer} at ${expected.updatedAt}`
  throw new FeedMismatchError({ aggregator, round, expected: wanted, actual: `${answer} at ${time}` })
}
