import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCoverApproved} takes. */
export type GetCoverApprovedParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** Id of the cover. */
  id: bigint
}

/** What {@link getCoverApproved} returns. */
export type GetCoverApprovedReturnType = Address

/** What {@link getCoverApproved} can fail with. */
export type GetCoverApprovedErrorType = ReadErrorType

/**
 * Reads who is approved for a cover.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the account; zero if there is none.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * await getCoverApproved(client, { covers, id })
 */
export async function getCoverApproved<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoverApprovedParameters,
): Promise<GetCoverApprovedReturnType> {
  const { covers, id } = parameters
  return read(client, parameters, { abi: coversAbi, address: covers, functionName: 'getApproved', args: [id] })
}
