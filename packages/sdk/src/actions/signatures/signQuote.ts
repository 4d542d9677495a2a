import type { Account, Address, Chain, Client, Hex, SignTypedDataErrorType, Transport } from 'viem'
import { getChainId, signTypedData } from 'viem/actions'
import type { Quote } from '../../types/listing.ts'
import { getQuoteTypedData } from '../../utils/getQuoteTypedData.ts'

/** What {@link signQuote} takes. */
export type SignQuoteParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** The offer. */
  quote: Quote
  /** Who signs. @default the client's account */
  account?: Account | Address | undefined
  /** The chain's id. @default the client's chain */
  chainId?: number | undefined
}

/** What {@link signQuote} returns. */
export type SignQuoteReturnType = Hex

/** What {@link signQuote} can fail with. */
export type SignQuoteErrorType = SignTypedDataErrorType

/**
 * Signs an offer for a keyed risk (EIP-712). Whoever may sign quotes is in the registry of `Listings`.
 *
 * @param client a viem client that can sign.
 * @param parameters the offer, where it is valid, and who signs.
 * @returns the signature, for {@link encodeQuote}.
 * @example
 * const signature = await signQuote(wallet, { listings, quote: offer })
 */
export async function signQuote<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SignQuoteParameters,
): Promise<SignQuoteReturnType> {
  const { listings, quote, account = client.account } = parameters
  const chainId = parameters.chainId ?? client.chain?.id ?? (await getChainId(client))
  const typedData = getQuoteTypedData({ listings, chainId, quote })
  return signTypedData(client, { ...typedData, account: account as Account })
}
