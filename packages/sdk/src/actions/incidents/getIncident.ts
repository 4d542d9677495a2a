import type { Address, Chain, Client, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type Incident, type IncidentStatus, incidentStatuses } from '../../types/incident.ts'

/** What {@link getIncident} takes. */
export type GetIncidentParameters = ReadOptions & {
  /** The address of `Incidents`. */
  incidents: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link getIncident} returns. */
export type GetIncidentReturnType = Incident

/** What {@link getIncident} can fail with. */
export type GetIncidentErrorType = ReadErrorType

/**
 * Reads an incident.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the incident; its status is `none` if there is none of this number.
 * @example
 * const { status, share } = await getIncident(client, { incidents, incident: 1n })
 */
export async function getIncident<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetIncidentParameters,
): Promise<GetIncidentReturnType> {
  const { incidents, incident } = parameters
  const incidentOf = await read(client, parameters, {
    abi: incidentsAbi,
    address: incidents,
    functionName: 'incidentOf',
    args: [incident],
  })
  return { ...incidentOf, status: incidentStatuses[incidentOf.status] as IncidentStatus }
}
