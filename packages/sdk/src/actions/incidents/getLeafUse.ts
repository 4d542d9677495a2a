import type { Address, Chain, Client, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { LeafUse } from '../../types/leaf.ts'

/** What {@link getLeafUse} takes. */
export type GetLeafUseParameters = ReadOptions & {
  /** The address of `Incidents`. */
  incidents: Address
  /** The first granted incident of the event. */
  eventId: bigint
  /** Who lost. */
  account: Address
}

/** What {@link getLeafUse} returns. */
export type GetLeafUseReturnType = LeafUse

/** What {@link getLeafUse} can fail with. */
export type GetLeafUseErrorType = ReadErrorType

/**
 * Reads what was used of an account's loss in an event, by all roots, pools and covers.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units of the listing's asset.
 * @example
 * const { own, sponsored } = await getLeafUse(client, { incidents, eventId: 1n, account })
 */
export async function getLeafUse<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetLeafUseParameters,
): Promise<GetLeafUseReturnType> {
  const { incidents, eventId, account } = parameters
  const [own, sponsored] = await read(client, parameters, {
    abi: incidentsAbi,
    address: incidents,
    functionName: 'leafUseOf',
    args: [eventId, account],
  })
  return { own, sponsored }
}
