import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link checkBackable} takes. */
export type CheckBackableParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the terms that a listing names. */
  proofTerms: Hex
  /** True if its losses are ruled as a root. */
  byRoot: boolean
  /** The asset of the pool. */
  asset: Address
}

/** What {@link checkBackable} returns. */
export type CheckBackableReturnType = undefined

/** What {@link checkBackable} can fail with. */
export type CheckBackableErrorType = ReadErrorType

/**
 * Asks whether a pool may back a listing with these proof terms.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @throws {UnknownProofTermsError} if they are not defined.
 * @throws {ProofTermsOfAnotherKindError} if they are for lists of losses and the listing is not, or the other way round.
 * @throws {RootTermsOfAnotherAssetError} if losses under them are paid in another asset.
 * @example
 * await checkBackable(client, { lossProofs, proofTerms, byRoot: true, asset })
 */
export async function checkBackable<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: CheckBackableParameters,
): Promise<CheckBackableReturnType> {
  const { lossProofs, proofTerms, byRoot, asset } = parameters
  await read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'requireBackable',
    args: [proofTerms, byRoot, asset],
  })
}
