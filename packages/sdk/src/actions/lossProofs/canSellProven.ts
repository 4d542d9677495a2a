import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link canSellProven} takes. */
export type CanSellProvenParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the proof terms, see `getProofTermsId`; a listing names it. */
  proofTerms: Hex
}

/** What {@link canSellProven} returns. */
export type CanSellProvenReturnType = boolean

/** What {@link canSellProven} can fail with. */
export type CanSellProvenErrorType = ReadErrorType

/**
 * Asks whether cover may be sold on proof terms now.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns false if they are not defined, the chain lacks EIP-2935, the token is retired, or its feed is stale.
 * @example
 * const { proofTerms } = await getTerms(client, { listings, listing: 1n })
 * await canSellProven(client, { lossProofs, proofTerms })
 */
export async function canSellProven<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: CanSellProvenParameters,
): Promise<CanSellProvenReturnType> {
  const { lossProofs, proofTerms } = parameters
  return read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'canSell',
    args: [proofTerms],
  })
}
