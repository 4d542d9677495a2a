import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCourtAuthority} takes. */
export type GetCourtAuthorityParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
}

/** What {@link getCourtAuthority} returns. */
export type GetCourtAuthorityReturnType = Address

/** What {@link getCourtAuthority} can fail with. */
export type GetCourtAuthorityErrorType = ReadErrorType

/**
 * Reads which AccessManager says who may set parameters.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns its address.
 * @example
 * await getCourtAuthority(client, { court })
 */
export async function getCourtAuthority<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCourtAuthorityParameters,
): Promise<GetCourtAuthorityReturnType> {
  const { court } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'authority',
    args: [],
  })
}
