import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCoverUri} takes. */
export type GetCoverUriParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** Id of the cover. */
  id: bigint
}

/** What {@link getCoverUri} returns. */
export type GetCoverUriReturnType = string

/** What {@link getCoverUri} can fail with. */
export type GetCoverUriErrorType = ReadErrorType

/**
 * Reads the metadata of a cover, its picture within; plain, without a picture, if no descriptor is set or it fails.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns a `data:` URI of JSON.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * await getCoverUri(client, { covers, id })
 */
export async function getCoverUri<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoverUriParameters,
): Promise<GetCoverUriReturnType> {
  const { covers, id } = parameters
  return read(client, parameters, { abi: coversAbi, address: covers, functionName: 'tokenURI', args: [id] })
}
