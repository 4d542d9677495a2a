import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRemainingAmount} takes. */
export type GetRemainingAmountParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** Id of the cover. */
  id: bigint
  /** Unix seconds of the time to ask about: of a loss, for example. */
  time: bigint
}

/** What {@link getRemainingAmount} returns. */
export type GetRemainingAmountReturnType = bigint

/** What {@link getRemainingAmount} can fail with. */
export type GetRemainingAmountErrorType = ReadErrorType

/**
 * Reads what remains insured under a cover for a loss at a time. An increase counts only once its waiting time is over; a
 * decrease lowers what remains for losses before it as well.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns what remains, grains.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const remaining = await getRemainingAmount(client, { covers, id, time: 1_700_000_000n })
 */
export async function getRemainingAmount<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRemainingAmountParameters,
): Promise<GetRemainingAmountReturnType> {
  const { covers, id, time } = parameters
  return read(client, parameters, { abi: coversAbi, address: covers, functionName: 'remainingAt', args: [id, time] })
}
