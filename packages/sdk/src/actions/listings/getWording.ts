import {
  type Address,
  type BlockNumber,
  type BlockTag,
  type Chain,
  type Client,
  encodeAbiParameters,
  getAbiItem,
  hexToString,
  keccak256,
  type Transport,
} from 'viem'
import { getContractEvents } from 'viem/actions'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { WordingNotServedError } from '../../errors/wording.ts'
import type { ReadErrorType } from '../../internal/read.ts'
import { getTermsHash } from './getTermsHash.ts'

/** What {@link getWording} takes. */
export type GetWordingParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** Listing number. */
  listing: bigint
  /** The first block to search, where the RPC does not search all. @default 'earliest' */
  fromBlock?: BlockNumber | BlockTag | undefined
  /** The last block to search. @default 'latest' */
  toBlock?: BlockNumber | BlockTag | undefined
}

/** What {@link getWording} returns: the full text of what is covered. */
export type GetWordingReturnType = string

/** What {@link getWording} can fail with. */
export type GetWordingErrorType = ReadErrorType | WordingNotServedError

/**
 * Reads the wording of a listing from the event in which it was created, and checks it against the hash that its covers
 * are sold under. No file server is asked.
 *
 * @param client a viem client.
 * @param parameters the contract, which listing, and which blocks to search.
 * @returns the text, as whoever created the listing wrote it.
 * @throws {UnknownListingError} if there is no such listing.
 * @throws {WordingNotServedError} if the RPC has no such event, or another text.
 * @example
 * console.log(await getWording(client, { listings, listing: 1n }))
 */
export async function getWording<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  { listings, listing, fromBlock = 'earliest', toBlock = 'latest' }: GetWordingParameters,
): Promise<GetWordingReturnType> {
  const termsHash = await getTermsHash(client, { listings, listing })
  const [, , , terms] = getAbiItem({ abi: listingsAbi, name: 'ListingCreated' }).inputs
  const asked = { address: listings, abi: listingsAbi, eventName: 'ListingCreated', fromBlock, toBlock } as const
  try {
    for (const { args } of await getContractEvents(client, { ...asked, args: { listing }, strict: true })) {
      const hash = keccak256(encodeAbiParameters([terms, { type: 'bytes32' }], [args.terms, keccak256(args.wording)]))
      if (hash === termsHash) return hexToString(args.wording)
    }
  } catch (cause) {
    throw new WordingNotServedError({ listing, cause: cause as Error })
  }
  throw new WordingNotServedError({ listing })
}
