import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getEarnings} takes. */
export type GetEarningsParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** The stake token, or a bond token. */
  token: Address
  /** Who earned it. */
  earner: Address
}

/** What {@link getEarnings} returns. */
export type GetEarningsReturnType = bigint

/** What {@link getEarnings} can fail with. */
export type GetEarningsErrorType = ReadErrorType

/**
 * Reads what an account can collect from the court.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units.
 * @example
 * await getEarnings(client, { court, token: asset, earner: bob })
 */
export async function getEarnings<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetEarningsParameters,
): Promise<GetEarningsReturnType> {
  const { court, token, earner } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'creditOf',
    args: [token, earner],
  })
}
