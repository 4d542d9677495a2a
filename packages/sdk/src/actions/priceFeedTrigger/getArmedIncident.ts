import type { Address, Chain, Client, Transport } from 'viem'
import { priceFeedTriggerAbi } from '../../abis/priceFeedTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getArmedIncident} takes. */
export type GetArmedIncidentParameters = ReadOptions & {
  /** The address of `PriceFeedTrigger`. */
  priceFeedTrigger: Address
  /** Listing number. */
  listing: bigint
  /** Round id of the span's first round. */
  firstRound: bigint
}

/** What {@link getArmedIncident} returns. */
export type GetArmedIncidentReturnType = bigint

/** What {@link getArmedIncident} can fail with. */
export type GetArmedIncidentErrorType = ReadErrorType

/**
 * Reads which incident was opened last for the span that begins at a round.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns Incident number; zero if there is none.
 * @example
 * const incident = await getArmedIncident(client, { priceFeedTrigger, listing: 1n, firstRound: (1n << 64n) + 11n })
 */
export async function getArmedIncident<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetArmedIncidentParameters,
): Promise<GetArmedIncidentReturnType> {
  const { priceFeedTrigger, listing, firstRound } = parameters
  return read(client, parameters, {
    abi: priceFeedTriggerAbi,
    address: priceFeedTrigger,
    functionName: 'incidentOf',
    args: [listing, firstRound],
  })
}
