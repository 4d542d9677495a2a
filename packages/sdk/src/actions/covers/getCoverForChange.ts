import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Cover } from '../../types/cover.ts'

/** What {@link getCoverForChange} takes. */
export type GetCoverForChangeParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** Id of the cover. */
  id: bigint
  /** The account that wants to change it. */
  caller: Address
}

/** What {@link getCoverForChange} returns. */
export type GetCoverForChangeReturnType = {
  cover: Cover
  owner: Address
  /** Does the caller own it, or is he approved for it? */
  authorised: boolean
}

/** What {@link getCoverForChange} can fail with. */
export type GetCoverForChangeErrorType = ReadErrorType

/**
 * Reads what a change of a cover needs: the cover, its owner, and whether an account may change it: it owns it, is
 * approved for it, or is an operator of its owner.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the cover, its owner, and whether the account may change it.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const { authorised } = await getCoverForChange(client, { covers, id, caller: bob })
 */
export async function getCoverForChange<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoverForChangeParameters,
): Promise<GetCoverForChangeReturnType> {
  const { covers, id, caller } = parameters
  const [{ account: protectedAccount, ...cover }, owner, authorised] = await read(client, parameters, {
    abi: coversAbi,
    address: covers,
    functionName: 'forChange',
    args: [id, caller],
  })
  return { cover: { ...cover, protectedAccount }, owner, authorised }
}
