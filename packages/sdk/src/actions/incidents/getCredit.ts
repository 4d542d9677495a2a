import type { Address, Chain, Client, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCredit} takes. */
export type GetCreditParameters = ReadOptions & {
  /** The address of `Incidents`. */
  incidents: Address
  /** The bond token; zero for the chain's own coin. */
  token: Address
  /** The account. */
  owner: Address
}

/** What {@link getCredit} returns. */
export type GetCreditReturnType = bigint

/** What {@link getCredit} can fail with. */
export type GetCreditErrorType = ReadErrorType

/**
 * Reads what an account can collect: a returned bond or fee, or a forfeited one.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units of the token.
 * @example
 * const credit = await getCredit(client, { incidents, token: asset, owner: alice })
 */
export async function getCredit<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCreditParameters,
): Promise<GetCreditReturnType> {
  const { incidents, token, owner } = parameters
  return read(client, parameters, {
    abi: incidentsAbi,
    address: incidents,
    functionName: 'creditOf',
    args: [token, owner],
  })
}
