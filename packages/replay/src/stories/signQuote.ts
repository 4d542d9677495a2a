import type { Bulwark } from '@bulwark/testkit'
import { encodeAbiParameters, type Hex } from 'viem'
import type { InsuredEvent } from './types.ts'

const types = {
  Quote: [
    { name: 'listing', type: 'uint32' },
    { name: 'facts', type: 'bytes32' },
    { name: 'zone', type: 'uint56' },
    { name: 'begins', type: 'uint32' },
    { name: 'ends', type: 'uint32' },
    { name: 'lastSale', type: 'uint32' },
    { name: 'rate', type: 'uint64' },
    { name: 'expiry', type: 'uint32' },
  ],
} as const

/** A quote for a keyed risk, signed by the quote signer, as `buy` takes it. */
export async function signQuote(
  { chain, listings }: Bulwark,
  message: InsuredEvent & { listing: number; rate: bigint; expiry: number },
): Promise<Hex> {
  const { quoteSigner } = chain.actors
  const domain = {
    ...{ name: 'Bulwark Listings', version: '1', chainId: chain.chainId, verifyingContract: listings.address },
  }
  const signature = await quoteSigner.signTypedData({ domain, types, primaryType: 'Quote', message })
  return encodeAbiParameters(
    [{ type: 'tuple', components: types.Quote }, { type: 'address' }, { type: 'bytes' }],
    [message, quoteSigner.address, signature],
  )
}
