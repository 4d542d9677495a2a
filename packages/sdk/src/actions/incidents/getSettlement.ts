import type { Address, Chain, Client, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Settlement } from '../../types/incident.ts'

/** What {@link getSettlement} takes. */
export type GetSettlementParameters = ReadOptions & {
  /** The address of `Incidents`. */
  incidents: Address
  /** Incident number. */
  incident: bigint
  /** Id of the cover. */
  id: bigint
}

/** What {@link getSettlement} returns. */
export type GetSettlementReturnType = Settlement

/** What {@link getSettlement} can fail with. */
export type GetSettlementErrorType = ReadErrorType

/**
 * Reads what a cover claimed for an incident, and what was paid on it.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns claim and payment; while every claim is paid in full, only `done` is kept.
 * @example
 * const { done } = await getSettlement(client, { incidents, incident: 1n, id })
 */
export async function getSettlement<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetSettlementParameters,
): Promise<GetSettlementReturnType> {
  const { incidents, incident, id } = parameters
  const [claim, paid, done] = await read(client, parameters, {
    abi: incidentsAbi,
    address: incidents,
    functionName: 'settlementOf',
    args: [incident, id],
  })
  return { claim, paid, done }
}
