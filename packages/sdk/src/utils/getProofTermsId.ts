import { encodeAbiParameters, type Hex, keccak256 } from 'viem'
import type { ProofTerms } from '../types/proof.ts'

const parameters = [
  { type: 'address' },
  { type: 'uint256' },
  { type: 'address' },
  { type: 'uint32' },
  { type: 'bool' },
] as const

/**
 * Computes the id of proof terms, as `LossProofs` does.
 *
 * @param terms the terms.
 * @returns keccak256 of their encoding.
 * @example
 * getProofTermsId({ token: asset, value: 10n ** 18n, feed: zeroAddress, heartbeat: 0n, salvage: false })
 */
export function getProofTermsId({ token, value, feed, heartbeat, salvage }: ProofTerms): Hex {
  return keccak256(encodeAbiParameters(parameters, [token, value, feed, Number(heartbeat), salvage]))
}
