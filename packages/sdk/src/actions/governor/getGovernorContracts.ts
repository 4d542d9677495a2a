import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getGovernorContracts} takes. */
export type GetGovernorContractsParameters = ReadOptions & {
  /** The address of `BulwarkGovernor`. */
  governor: Address
}

/** What {@link getGovernorContracts} returns. */
export type GetGovernorContractsReturnType = { token: Address; timelock: Address }

/** What {@link getGovernorContracts} can fail with. */
export type GetGovernorContractsErrorType = ReadErrorType

/**
 * Reads whose votes count, and what executes decisions.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns token and timelock.
 * @example
 * await getGovernorContracts(client, { governor })
 */
export async function getGovernorContracts<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetGovernorContractsParameters,
): Promise<GetGovernorContractsReturnType> {
  const { governor } = parameters
  const call = { abi: bulwarkGovernorAbi, address: governor, args: [] } as const
  const [token, timelock] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'token' }),
    read(client, parameters, { ...call, functionName: 'timelock' }),
  ])
  return { token, timelock }
}
