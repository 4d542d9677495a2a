import type { Address, Chain, Client, Transport } from 'viem'
import { salvageAbi } from '../../abis/salvageAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getHandedOver} takes. */
export type GetHandedOverParameters = ReadOptions & {
  /** The address of `Salvage`. */
  salvage: Address
  /** The first granted incident of the event: `eventId` of {@link getIncident}. */
  eventId: bigint
  /** Id of the cover. */
  id: bigint
}

/** What {@link getHandedOver} returns. */
export type GetHandedOverReturnType = bigint

/** What {@link getHandedOver} can fail with. */
export type GetHandedOverErrorType = ReadErrorType

/**
 * Reads what was handed over or assigned for a cover under an event.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns token units.
 * @example
 * await getHandedOver(client, { salvage, eventId: 1n, id })
 */
export async function getHandedOver<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetHandedOverParameters,
): Promise<GetHandedOverReturnType> {
  const { salvage, eventId, id } = parameters
  return read(client, parameters, { abi: salvageAbi, address: salvage, functionName: 'handedOf', args: [eventId, id] })
}
