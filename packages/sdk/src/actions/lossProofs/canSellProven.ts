import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link canSellProven} takes. */
export type CanSellProvenParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the proof terms. */
  termsId: Hex
}

/** What {@link canSellProven} returns. */
export type CanSellProvenReturnType = boolean

/** What {@link canSellProven} can fail with. */
export type CanSellProvenErrorType = ReadErrorType

/**
 * Reads whether cover may be sold on these proof terms now.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns false if they are unknown, the chain is unsupported, the token retired or its feed too old.
 * @example
 * const termsId = getProofTermsId({ token: asset, value: 10n ** 18n, feed: zeroAddress, heartbeat: 0n, salvage: false })
 * await canSellProven(client, { lossProofs: proofs, termsId })
 */
export async function canSellProven<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: CanSellProvenParameters,
): Promise<CanSellProvenReturnType> {
  const { lossProofs, termsId } = parameters
  return read(client, parameters, { abi: lossProofsAbi, address: lossProofs, functionName: 'canSell', args: [termsId] })
}
