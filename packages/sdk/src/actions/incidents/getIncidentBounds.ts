import type { Address, Chain, Client, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getIncidentBounds} takes. */
export type GetIncidentBoundsParameters = ReadOptions & {
  /** The address of `Incidents`. */
  incidents: Address
}

/** What {@link getIncidentBounds} returns. */
export type GetIncidentBoundsReturnType = {
  /** Seconds from the ruling until an incident may be closed. */
  settlementWindow: bigint
  /** What opening by a trigger costs, wei; it returns if the incident is granted. */
  triggerFee: bigint
  /** Protected account of a sponsor's cover: all that a ruled root lists. */
  everyAccount: Address
}

/** What {@link getIncidentBounds} can fail with. */
export type GetIncidentBoundsErrorType = ReadErrorType

/**
 * Reads the bounds that are written in the code of `Incidents`.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @example
 * const { settlementWindow } = await getIncidentBounds(client, { incidents })
 */
export async function getIncidentBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetIncidentBoundsParameters,
): Promise<GetIncidentBoundsReturnType> {
  const call = { abi: incidentsAbi, address: parameters.incidents, args: [] } as const
  const [settlementWindow, triggerFee, everyAccount] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'SETTLEMENT_WINDOW' }),
    read(client, parameters, { ...call, functionName: 'TRIGGER_FEE' }),
    read(client, parameters, { ...call, functionName: 'EVERY_ACCOUNT' }),
  ])
  return { settlementWindow, triggerFee, everyAccount }
}
