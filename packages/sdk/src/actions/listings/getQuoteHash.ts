import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Quote } from '../../types/listing.ts'

/** What {@link getQuoteHash} takes. */
export type GetQuoteHashParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
  /** The offer. */
  quote: Quote
}

/** What {@link getQuoteHash} returns. */
export type GetQuoteHashReturnType = Hex

/** What {@link getQuoteHash} can fail with. */
export type GetQuoteHashErrorType = ReadErrorType

/**
 * Asks the contract for the EIP-712 digest of a quote; `hashQuote` computes it without a node.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the digest.
 * @example
 * const digest = await getQuoteHash(client, { listings, quote: offer })
 */
export async function getQuoteHash<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetQuoteHashParameters,
): Promise<GetQuoteHashReturnType> {
  const { listings, quote } = parameters
  return read(client, parameters, { abi: listingsAbi, address: listings, functionName: 'hashQuote', args: [quote] })
}
