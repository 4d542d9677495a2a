import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { fromProofTerms } from '../../internal/toProofTerms.ts'
import type { ProofTerms } from '../../types/proof.ts'

/** What {@link getProofTerms} takes. */
export type GetProofTermsParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the proof terms, see `getProofTermsId`; a listing names it. */
  proofTerms: Hex
}

/** What {@link getProofTerms} returns. */
export type GetProofTermsReturnType = ProofTerms

/** What {@link getProofTerms} can fail with. */
export type GetProofTermsErrorType = ReadErrorType

/**
 * Reads what a listing asks to be proven.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the terms.
 * @throws {UnknownProofTermsError} if nobody defined such terms.
 * @example
 * const { proofTerms } = await getTerms(client, { listings, listing: 1n })
 * await getProofTerms(client, { lossProofs, proofTerms })
 */
export async function getProofTerms<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetProofTermsParameters,
): Promise<GetProofTermsReturnType> {
  const { lossProofs, proofTerms } = parameters
  const terms = await read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'termsOf',
    args: [proofTerms],
  })
  return fromProofTerms(terms)
}
