import type { Address, Chain, Client, Transport } from 'viem'
import { markedTriggerAbi } from '../../abis/markedTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Mark } from '../../types/reading.ts'

/** What {@link getMark} takes. */
export type GetMarkParameters = ReadOptions & {
  /** The address of a `VaultLossTrigger`, `DeficitTrigger` or `ReserveTrigger`. */
  trigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getMark} returns. */
export type GetMarkReturnType = Mark

/** What {@link getMark} can fail with. */
export type GetMarkErrorType = ReadErrorType

/**
 * Reads the mark that falls of a listing are measured against.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the mark, zero if there is none yet, and what was read since.
 * @example
 * const { level, since } = await getMark(client, { trigger: vaultLossTrigger, listing: 1n })
 */
export async function getMark<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetMarkParameters,
): Promise<GetMarkReturnType> {
  const { trigger, listing } = parameters
  const [level, lowest, since] = await read(client, parameters, {
    abi: markedTriggerAbi,
    address: trigger,
    functionName: 'markOf',
    args: [listing],
  })
  return { level, lowest, since }
}
