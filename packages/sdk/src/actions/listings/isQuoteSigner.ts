import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link isQuoteSigner} takes. */
export type IsQuoteSignerParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
  /** The account. */
  signer: Address
}

/** What {@link isQuoteSigner} returns. */
export type IsQuoteSignerReturnType = boolean

/** What {@link isQuoteSigner} can fail with. */
export type IsQuoteSignerErrorType = ReadErrorType

/**
 * Reads whether an account may sign quotes.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns true if it may.
 * @example
 * const approved = await isQuoteSigner(client, { listings, signer: bob })
 */
export async function isQuoteSigner<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: IsQuoteSignerParameters,
): Promise<IsQuoteSignerReturnType> {
  const { listings, signer } = parameters
  return read(client, parameters, {
    abi: listingsAbi,
    address: listings,
    functionName: 'isQuoteSigner',
    args: [signer],
  })
}
