import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCoverPool} takes. */
export type GetCoverPoolParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** Id of the cover. */
  id: bigint
}

/** What {@link getCoverPool} returns. */
export type GetCoverPoolReturnType = Address

/** What {@link getCoverPool} can fail with. */
export type GetCoverPoolErrorType = ReadErrorType

/**
 * Reads which pool sold a cover.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the pool; zero if there is none.
 * @example
 * await getCoverPool(client, { covers, id })
 */
export async function getCoverPool<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoverPoolParameters,
): Promise<GetCoverPoolReturnType> {
  const { covers, id } = parameters
  return read(client, parameters, { abi: coversAbi, address: covers, functionName: 'poolOf', args: [id] })
}
