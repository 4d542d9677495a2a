import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRootValue} takes. */
export type GetRootValueParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the terms, see `getRootTermsId`. */
  proofTerms: Hex
  /** Unix seconds of the loss. */
  lossTime: bigint
}

/** What {@link getRootValue} returns. */
export type GetRootValueReturnType = { value: bigint; unit: bigint }

/** What {@link getRootValue} can fail with. */
export type GetRootValueErrorType = ReadErrorType

/**
 * Reads what a unit of account is worth for losses at a time that a root lists.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns `value`: whole units of the asset, WAD, zero while it was not proven; `unit`: smallest units per whole asset.
 * @example
 * const { value } = await getRootValue(client, { lossProofs, proofTerms, lossTime })
 */
export async function getRootValue<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRootValueParameters,
): Promise<GetRootValueReturnType> {
  const { lossProofs, proofTerms, lossTime } = parameters
  const [value, unit] = await read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'valueOf',
    args: [proofTerms, lossTime],
  })
  return { value, unit }
}
