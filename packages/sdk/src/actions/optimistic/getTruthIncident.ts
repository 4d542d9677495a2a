import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { optimisticAbi } from '../../abis/optimisticAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTruthIncident} takes. */
export type GetTruthIncidentParameters = ReadOptions & {
  /** The address of `Optimistic`. */
  optimistic: Address
  /** Id of an assertion in UMA's oracle. */
  assertionId: Hex
}

/** What {@link getTruthIncident} returns. */
export type GetTruthIncidentReturnType = bigint

/** What {@link getTruthIncident} can fail with. */
export type GetTruthIncidentErrorType = ReadErrorType

/**
 * Reads which incident an assertion in UMA's oracle decides.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the number of the incident; zero if none.
 * @example
 * const incident = await getTruthIncident(client, { optimistic, assertionId: dataHash })
 */
export async function getTruthIncident<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTruthIncidentParameters,
): Promise<GetTruthIncidentReturnType> {
  const { optimistic, assertionId } = parameters
  return read(client, parameters, {
    abi: optimisticAbi,
    address: optimistic,
    functionName: 'incidentOf',
    args: [assertionId],
  })
}
