import type { Address, Chain, Client, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getLeafClaim} takes. */
export type GetLeafClaimParameters = ReadOptions & {
  /** The address of `Incidents`. */
  incidents: Address
  /** The first granted incident of the event. */
  eventId: bigint
  /** A sponsor's cover. */
  id: bigint
  /** Who lost. */
  account: Address
}

/** What {@link getLeafClaim} returns. */
export type GetLeafClaimReturnType = bigint

/** What {@link getLeafClaim} can fail with. */
export type GetLeafClaimErrorType = ReadErrorType

/**
 * Reads what a sponsor's cover claimed on an account's loss in an event.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units of the listing's asset.
 * @example
 * const claimed = await getLeafClaim(client, { incidents, eventId: 1n, id, account })
 */
export async function getLeafClaim<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetLeafClaimParameters,
): Promise<GetLeafClaimReturnType> {
  const { incidents, eventId, id, account } = parameters
  return read(client, parameters, {
    abi: incidentsAbi,
    address: incidents,
    functionName: 'leafClaimOf',
    args: [eventId, id, account],
  })
}
