import type { Address, Chain, Client, Transport } from 'viem'
import { adjudicatorAbi } from '../../abis/adjudicatorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRulingDeadline} takes. */
export type GetRulingDeadlineParameters = ReadOptions & {
  /** The adjudicator. */
  adjudicator: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link getRulingDeadline} returns. */
export type GetRulingDeadlineReturnType = bigint

/** What {@link getRulingDeadline} can fail with. */
export type GetRulingDeadlineErrorType = ReadErrorType

/**
 * Asks an adjudicator until when it would rule on an incident that was opened now; `getIncident` has the one that
 * counts.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns Unix seconds.
 * @example
 * const deadline = await getRulingDeadline(client, { adjudicator, incident: 1n })
 */
export async function getRulingDeadline<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRulingDeadlineParameters,
): Promise<GetRulingDeadlineReturnType> {
  const { adjudicator, incident } = parameters
  return read(client, parameters, {
    abi: adjudicatorAbi,
    address: adjudicator,
    functionName: 'deadline',
    args: [incident],
  })
}
