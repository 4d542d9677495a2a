import { lossProofKinds, type Terms } from '../types/listing.ts'

/** Terms as the contracts take them. */
export function toTerms(terms: Terms) {
  return { ...terms, lossProof: lossProofKinds.indexOf(terms.lossProof) }
}
