import type { Address, Chain, Client, Transport } from 'viem'
import { priceFeedTriggerAbi } from '../../abis/priceFeedTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type Episode, type Verdict, verdicts } from '../../types/trigger.ts'

/** What {@link getEpisode} takes. */
export type GetEpisodeParameters = ReadOptions & {
  /** The address of `PriceFeedTrigger`. */
  priceFeedTrigger: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link getEpisode} returns. */
export type GetEpisodeReturnType = Episode

/** What {@link getEpisode} can fail with. */
export type GetEpisodeErrorType = ReadErrorType

/**
 * Reads the span under proof, or ruled, for an incident.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the span; its listing is zero if the trigger did not open the incident.
 * @example
 * const { verdict, passed } = await getEpisode(client, { priceFeedTrigger, incident: 1n })
 */
export async function getEpisode<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetEpisodeParameters,
): Promise<GetEpisodeReturnType> {
  const { priceFeedTrigger, incident } = parameters
  const episode = await read(client, parameters, {
    abi: priceFeedTriggerAbi,
    address: priceFeedTrigger,
    functionName: 'episodeOf',
    args: [incident],
  })
  return { ...episode, verdict: verdicts[episode.verdict] as Verdict }
}
