import type { Address } from 'viem'

/** What {@link getConsentTypedData} takes. */
export type GetConsentTypedDataParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The chain's id. */
  chainId: number
  /** Id of the cover. */
  id: bigint
  /** Who may be paid: the cover's present owner. */
  owner: Address
  /** Unix seconds until which it may be brought. */
  deadline: bigint
}

const types = {
  Consent: [
    { name: 'cover', type: 'uint256' },
    { name: 'owner', type: 'address' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/**
 * The EIP-712 typed data of a protected account's consent, bound to a chain, to `LossProofs`, to a cover and to its
 * owner, for signers that viem does not know.
 *
 * @param parameters the cover, who may be paid, and where it is valid.
 * @returns domain, types, primary type and message, as viem's typed-data functions take them.
 * @example
 * const typedData = getConsentTypedData({ lossProofs, chainId: 1, id, owner: alice, deadline: 2_000_000_000n })
 */
export function getConsentTypedData({ lossProofs, chainId, id, owner, deadline }: GetConsentTypedDataParameters) {
  const domain = { name: 'Bulwark LossProofs', version: '1', chainId, verifyingContract: lossProofs } as const
  return { domain, types, primaryType: 'Consent' as const, message: { cover: id, owner, deadline } }
}
