import type { Address, Chain, Client, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getIncidentCount} takes. */
export type GetIncidentCountParameters = ReadOptions & {
  /** The address of `Incidents`. */
  incidents: Address
}

/** What {@link getIncidentCount} returns. */
export type GetIncidentCountReturnType = bigint

/** What {@link getIncidentCount} can fail with. */
export type GetIncidentCountErrorType = ReadErrorType

/**
 * Reads how many incidents were opened; they are numbered from 1.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns the number of incidents.
 * @example
 * await getIncidentCount(client, { incidents })
 */
export async function getIncidentCount<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetIncidentCountParameters,
): Promise<GetIncidentCountReturnType> {
  const { incidents } = parameters
  return read(client, parameters, { abi: incidentsAbi, address: incidents, functionName: 'count', args: [] })
}
