import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Cover } from '../../types/cover.ts'

/** What {@link getCover} takes. */
export type GetCoverParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** Id of the cover. */
  id: bigint
}

/** What {@link getCover} returns. */
export type GetCoverReturnType = Cover

/** What {@link getCover} can fail with. */
export type GetCoverErrorType = ReadErrorType

/**
 * Reads a cover as its pool sold it.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the cover; amounts in grains.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const { amount, end } = await getCover(client, { covers, id })
 */
export async function getCover<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoverParameters,
): Promise<GetCoverReturnType> {
  const { covers, id } = parameters
  const { account: protectedAccount, ...cover } = await read(client, parameters, {
    abi: coversAbi,
    address: covers,
    functionName: 'coverOf',
    args: [id],
  })
  return { ...cover, protectedAccount }
}
