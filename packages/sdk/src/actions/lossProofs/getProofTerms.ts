import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { ProofTerms } from '../../types/proof.ts'

/** What {@link getProofTerms} takes. */
export type GetProofTermsParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the proof terms. */
  termsId: Hex
}

/** What {@link getProofTerms} returns. */
export type GetProofTermsReturnType = ProofTerms

/** What {@link getProofTerms} can fail with. */
export type GetProofTermsErrorType = ReadErrorType

/**
 * Reads the proof terms of an id.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the terms.
 * @throws {UnknownProofTermsError} if there are no such terms.
 * @example
 * const termsId = getProofTermsId({ token: asset, value: 10n ** 18n, feed: zeroAddress, heartbeat: 0n, salvage: false })
 * await getProofTerms(client, { lossProofs: proofs, termsId })
 */
export async function getProofTerms<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetProofTermsParameters,
): Promise<GetProofTermsReturnType> {
  const { lossProofs, termsId } = parameters
  return read(client, parameters, { abi: lossProofsAbi, address: lossProofs, functionName: 'termsOf', args: [termsId] })
}
