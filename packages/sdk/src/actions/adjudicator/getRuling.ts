import type { Address, Chain, Client, Transport } from 'viem'
import { adjudicatorAbi } from '../../abis/adjudicatorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type Ruling, type Verdict, verdicts } from '../../types/trigger.ts'

/** What {@link getRuling} takes. */
export type GetRulingParameters = ReadOptions & {
  /** The adjudicator. */
  adjudicator: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link getRuling} returns. */
export type GetRulingReturnType = Ruling

/** What {@link getRuling} can fail with. */
export type GetRulingErrorType = ReadErrorType

/**
 * Asks an adjudicator what it ruled of an incident.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the ruling; pending if there is none yet.
 * @example
 * const { verdict, ratio } = await getRuling(client, { adjudicator, incident: 1n })
 */
export async function getRuling<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRulingParameters,
): Promise<GetRulingReturnType> {
  const { adjudicator, incident } = parameters
  const ruling = await read(client, parameters, {
    abi: adjudicatorAbi,
    address: adjudicator,
    functionName: 'ruling',
    args: [incident],
  })
  return { ...ruling, verdict: verdicts[ruling.verdict] as Verdict }
}
