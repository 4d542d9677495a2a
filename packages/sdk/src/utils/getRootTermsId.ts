import { encodeAbiParameters, type Hex, keccak256, parseAbiParameters } from 'viem'
import { toRootTerms } from '../internal/toRootTerms.ts'
import type { RootTerms } from '../types/leaf.ts'

const parameters = parseAbiParameters('address asset, uint256 value, address feed, uint256 heartbeat')

/**
 * Computes the id of terms for lists of losses, as `LossProofs` does: what a listing names as `proofTerms`.
 *
 * @param terms what the losses are worth.
 * @returns keccak256 of their fields.
 * @example
 * const proofTerms = getRootTermsId({ asset, value: 10n ** 18n })
 */
export function getRootTermsId(terms: RootTerms): Hex {
  const { asset, value, feed, heartbeat } = toRootTerms(terms)
  return keccak256(encodeAbiParameters(parameters, [asset, value, feed, heartbeat]))
}
