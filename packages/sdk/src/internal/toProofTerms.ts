import { type Address, zeroAddress } from 'viem'
import type { ProofTerms } from '../types/proof.ts'

/** The contract's `ProofTerms`. */
type Raw = { token: Address; value: bigint; feed: Address; heartbeat: bigint; salvage: boolean }

/** Proof terms as the contract takes them: zero in whatever they do not use. */
export function toProofTerms(terms: ProofTerms): Raw {
  const { token, salvage = false } = terms
  const unused = { value: 0n, feed: zeroAddress, heartbeat: 0n }
  if ('feed' in terms) return { ...unused, token, salvage, feed: terms.feed, heartbeat: terms.heartbeat }
  return { ...unused, token, salvage, value: terms.value }
}

/** Proof terms without what they do not use. */
export function fromProofTerms({ token, salvage, value, feed, heartbeat }: Raw): ProofTerms {
  return value === 0n ? { token, salvage, feed, heartbeat } : { token, salvage, value }
}
