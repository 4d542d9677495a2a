import { encodeAbiParameters, type Hex, keccak256, parseAbiParameters } from 'viem'
import { toProofTerms } from '../internal/toProofTerms.ts'
import type { ProofTerms } from '../types/proof.ts'

const parameters = parseAbiParameters('address token, uint256 value, address feed, uint256 heartbeat, bool salvage')

/**
 * Computes the id of proof terms, as `LossProofs` does: what a listing names as `proofTerms`.
 *
 * @param terms what is to be proven.
 * @returns keccak256 of their fields.
 * @example
 * const proofTerms = getProofTermsId({ token: asset, value: 2n * 10n ** 18n })
 */
export function getProofTermsId(terms: ProofTerms): Hex {
  const { token, value, feed, heartbeat, salvage } = toProofTerms(terms)
  return keccak256(encodeAbiParameters(parameters, [token, value, feed, heartbeat, salvage]))
}
