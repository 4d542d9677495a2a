import type { Address, Chain, Client, Transport } from 'viem'
import { adjudicatorAbi } from '../../abis/adjudicatorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRulesOnce} takes. */
export type GetRulesOnceParameters = ReadOptions & {
  /** The adjudicator. */
  adjudicator: Address
}

/** What {@link getRulesOnce} returns. */
export type GetRulesOnceReturnType = boolean

/** What {@link getRulesOnce} can fail with. */
export type GetRulesOnceErrorType = ReadErrorType

/**
 * Asks an adjudicator whether it gives one ruling per event, so that no grant can be raised.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns true if so.
 * @example
 * await getRulesOnce(client, { adjudicator })
 */
export async function getRulesOnce<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRulesOnceParameters,
): Promise<GetRulesOnceReturnType> {
  const { adjudicator } = parameters
  return read(client, parameters, {
    abi: adjudicatorAbi,
    address: adjudicator,
    functionName: 'rulesOnce',
    args: [],
  })
}
