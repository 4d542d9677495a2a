import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Cover } from '../../types/cover.ts'

/** What {@link getCoverForSettlement} takes. */
export type GetCoverForSettlementParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** Id of the cover. */
  id: bigint
}

/** What {@link getCoverForSettlement} returns. */
export type GetCoverForSettlementReturnType = {
  /** The cover; amounts in grains. */
  cover: Cover
  /** Who is paid. */
  payTo: Address
}

/** What {@link getCoverForSettlement} can fail with. */
export type GetCoverForSettlementErrorType = ReadErrorType

/**
 * Reads a cover with who is paid for it: the payee if one is set, else the owner.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the cover and who is paid.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const { payTo } = await getCoverForSettlement(client, { covers, id })
 */
export async function getCoverForSettlement<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoverForSettlementParameters,
): Promise<GetCoverForSettlementReturnType> {
  const { covers, id } = parameters
  const [{ account: protectedAccount, ...cover }, payTo] = await read(client, parameters, {
    abi: coversAbi,
    address: covers,
    functionName: 'forSettlement',
    args: [id],
  })
  return { cover: { ...cover, protectedAccount }, payTo }
}
