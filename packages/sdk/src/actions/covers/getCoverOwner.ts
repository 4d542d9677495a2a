import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCoverOwner} takes. */
export type GetCoverOwnerParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** Id of the cover. */
  id: bigint
}

/** What {@link getCoverOwner} returns. */
export type GetCoverOwnerReturnType = Address

/** What {@link getCoverOwner} can fail with. */
export type GetCoverOwnerErrorType = ReadErrorType

/**
 * Reads who owns a cover, and with it every right in it.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the owner.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * await getCoverOwner(client, { covers, id })
 */
export async function getCoverOwner<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoverOwnerParameters,
): Promise<GetCoverOwnerReturnType> {
  const { covers, id } = parameters
  return read(client, parameters, { abi: coversAbi, address: covers, functionName: 'ownerOf', args: [id] })
}
