import { listingsAbi } from '@bulwark/sdk'
import { encodeEventTopics, type Hex, numberToHex, parseEventLogs } from 'viem'
import type { BlockReader } from '../chain/BlockReader.ts'
import { findBlocksAt } from '../chain/findBlocksAt.ts'
import type { IdentityFacts, RateFacts } from './types.ts'

/** The parameters of {@link readRates}. */
export type ReadRatesParameters = { identity: IdentityFacts; listings: bigint[] }

/**
 * Reads what each listing is sold at, and the hashes of the data and of the model that its rate came from: out of the
 * event in the block that bears the time at which the rate was posted.
 *
 * @example
 * const rates = await readRates(reader, { identity, listings: [1n, 2n] })
 */
export async function readRates(
  reader: BlockReader,
  { identity, listings }: ReadRatesParameters,
): Promise<RateFacts[]> {
  const { address } = identity.contracts.listings
  const [topic] = encodeEventTopics({ abi: listingsAbi, eventName: 'RatePosted' }) as [Hex]
  return Promise.all(
    listings.map(async (listing) => {
      const asked = { abi: listingsAbi, address, args: [listing] as const, proves: 'rates' }
      const [[rate, postedAt], termsHash, terms] = await Promise.all([
        reader.ask({ ...asked, functionName: 'rateOf' }),
        reader.ask({ ...asked, functionName: 'termsHash' }),
        reader.ask({ ...asked, functionName: 'terms' }),
      ])
      const unposted = { postedAtBlock: null, dataHash: null, modelHash: null }
      const facts = { ...{ listing, rate, postedAt, termsHash, adjudicator: terms.adjudicator }, ...unposted }
      const blocks = postedAt === 0n ? undefined : await findBlocksAt(reader, postedAt)
      if (blocks === undefined) return facts
      const topics = [topic, numberToHex(listing, { size: 32 })]
      const [fromBlock, toBlock] = blocks
      const logs = await reader.logs({ address, topics, fromBlock, toBlock, proves: 'rates' })
      const posted = parseEventLogs({ abi: listingsAbi, eventName: 'RatePosted', logs }).at(-1)
      if (posted === undefined) return facts
      const { dataHash, modelHash } = posted.args
      return { ...facts, postedAtBlock: BigInt(posted.blockNumber ?? 0n), dataHash, modelHash }
    }),
  )
}
