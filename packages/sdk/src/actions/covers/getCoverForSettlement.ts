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
  /** Unix seconds of the loss. */
  time: bigint
}

/** What {@link getCoverForSettlement} returns. */
export type GetCoverForSettlementReturnType = {
  /** The cover, with what remains for a loss at that time as its amount, grains. */
  cover: Cover
  /** Who is paid. */
  payTo: Address
}

/** What {@link getCoverForSettlement} can fail with. */
export type GetCoverForSettlementErrorType = ReadErrorType

/**
 * Reads what a settlement of a loss needs: the cover, with what remains for a loss at that time as its amount, and who is paid: the payee if
 * one is set, else the owner.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the cover and who is paid.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const { payTo } = await getCoverForSettlement(client, { covers, id, time: 1_700_000_000n })
 */
export async function getCoverForSettlement<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoverForSettlementParameters,
): Promise<GetCoverForSettlementReturnType> {
  const { covers, id, time } = parameters
  const [{ account: protectedAccount, ...cover }, payTo] = await read(client, parameters, {
    abi: coversAbi,
    address: covers,
    functionName: 'forSettlement',
    args: [id, time],
  })
  return { cover: { ...cover, protectedAccount }, payTo }
}
