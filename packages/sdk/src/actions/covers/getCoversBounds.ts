import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCoversBounds} takes. */
export type GetCoversBoundsParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
}

/** What {@link getCoversBounds} returns. */
export type GetCoversBoundsReturnType = {
  /** How often a cover can be increased. */
  maxIncreases: bigint
}

/** What {@link getCoversBounds} can fail with. */
export type GetCoversBoundsErrorType = ReadErrorType

/**
 * Reads the bounds that are written in the code of `Covers`.
 *
 * @param client a viem client.
 * @param parameters the contract.

 * @example
 * const { maxIncreases } = await getCoversBounds(client, { covers })
 */
export async function getCoversBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoversBoundsParameters,
): Promise<GetCoversBoundsReturnType> {
  const call = { abi: coversAbi, address: parameters.covers, args: [] } as const
  return { maxIncreases: await read(client, parameters, { ...call, functionName: 'MAX_INCREASES' }) }
}
