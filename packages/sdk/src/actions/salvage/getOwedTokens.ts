import type { Address, Chain, Client, Transport } from 'viem'
import { salvageAbi } from '../../abis/salvageAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getOwedTokens} takes. */
export type GetOwedTokensParameters = ReadOptions & {
  /** The address of `Salvage`. */
  salvage: Address
  /** The first granted incident of the event: `eventId` of {@link getIncident}. */
  eventId: bigint
  /** Id of the cover. */
  id: bigint
}

/** What {@link getOwedTokens} returns. */
export type GetOwedTokensReturnType = bigint

/** What {@link getOwedTokens} can fail with. */
export type GetOwedTokensErrorType = ReadErrorType

/**
 * Reads what is still owed under the assigned claim of a cover.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns token units.
 * @example
 * await getOwedTokens(client, { salvage, eventId: 1n, id })
 */
export async function getOwedTokens<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetOwedTokensParameters,
): Promise<GetOwedTokensReturnType> {
  const { salvage, eventId, id } = parameters
  return read(client, parameters, { abi: salvageAbi, address: salvage, functionName: 'owedOf', args: [eventId, id] })
}
