import type { Address } from 'viem'

/** What {@link getConsentTypedData} takes. */
export type GetConsentTypedDataParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The chain's id. */
  chainId: number
  /** Id of the cover. */
  coverId: bigint
  /** Its present owner, who may be paid. */
  owner: Address
  /** Unix seconds until which the consent may be brought. */
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
 * The EIP-712 typed data of a protected account's consent, for signers that viem does not know.
 *
 * @param parameters what is consented to, and where it is valid.
 * @returns domain, types, primary type and message, as viem's typed-data functions take them.
 * @example
 * const typedData = getConsentTypedData({ lossProofs: proofs, chainId: 1, coverId: id, owner: alice, deadline: 1_800_000_000n })
 */
export function getConsentTypedData({ lossProofs, chainId, coverId, owner, deadline }: GetConsentTypedDataParameters) {
  const domain = { name: 'Bulwark LossProofs', version: '1', chainId, verifyingContract: lossProofs } as const
  return { domain, types, primaryType: 'Consent' as const, message: { cover: coverId, owner, deadline } }
}
