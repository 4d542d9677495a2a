import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getPayee} takes. */
export type GetPayeeParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** Id of the cover. */
  id: bigint
}

/** What {@link getPayee} returns. */
export type GetPayeeReturnType = Address

/** What {@link getPayee} can fail with. */
export type GetPayeeErrorType = ReadErrorType

/**
 * Reads the payee of a cover.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the payee; zero if its owner is paid.
 * @example
 * await getPayee(client, { covers, id })
 */
export async function getPayee<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPayeeParameters,
): Promise<GetPayeeReturnType> {
  const { covers, id } = parameters
  return read(client, parameters, { abi: coversAbi, address: covers, functionName: 'payeeOf', args: [id] })
}
