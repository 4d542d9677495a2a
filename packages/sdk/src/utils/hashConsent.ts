import { type Hex, hashTypedData } from 'viem'
import { type GetConsentTypedDataParameters, getConsentTypedData } from './getConsentTypedData.ts'

/** What {@link hashConsent} takes. */
export type HashConsentParameters = GetConsentTypedDataParameters

/**
 * Computes the EIP-712 digest of a protected account's consent, as `LossProofs` does.
 *
 * @param parameters the cover, who may be paid, and where it is valid.
 * @returns the digest that the account signs.
 * @example
 * const digest = hashConsent({ lossProofs, chainId: 1, id, owner: alice, deadline: 2_000_000_000n })
 */
export function hashConsent(parameters: HashConsentParameters): Hex {
  return hashTypedData(getConsentTypedData(parameters))
}
