import type { Address, Chain, Client, Transport } from 'viem'
import { coverDescriptorAbi } from '../../abis/coverDescriptorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link drawCover} takes. */
export type DrawCoverParameters = ReadOptions & {
  /** The address of `CoverDescriptor`: see `getDescriptor`. */
  descriptor: Address
  /** Number of the cover. */
  id: bigint
}

/** What {@link drawCover} returns. */
export type DrawCoverReturnType = string

/** What {@link drawCover} can fail with. */
export type DrawCoverErrorType = ReadErrorType

/**
 * Draws a cover: what it covers, how much, until when, and where it stands. `getCoverUri` returns the same where this
 * descriptor is set.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns a `data:` URI of JSON: see `decodeCoverUri`.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const uri = await drawCover(client, { descriptor, id })
 */
export async function drawCover<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: DrawCoverParameters,
): Promise<DrawCoverReturnType> {
  const { descriptor, id } = parameters
  return read(client, parameters, {
    abi: coverDescriptorAbi,
    address: descriptor,
    functionName: 'tokenURI',
    args: [id],
  })
}
