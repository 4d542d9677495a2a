import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCourtVersion} takes. */
export type GetCourtVersionParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
}

/** What {@link getCourtVersion} returns. */
export type GetCourtVersionReturnType = number

/** What {@link getCourtVersion} can fail with. */
export type GetCourtVersionErrorType = ReadErrorType

/**
 * Reads the version of the parameters in force.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the version; zero before the first.
 * @example
 * await getCourtVersion(client, { court })
 */
export async function getCourtVersion<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCourtVersionParameters,
): Promise<GetCourtVersionReturnType> {
  const { court } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'version',
    args: [],
  })
}
