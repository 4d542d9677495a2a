import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCoverBalance} takes. */
export type GetCoverBalanceParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** The account. */
  owner: Address
}

/** What {@link getCoverBalance} returns. */
export type GetCoverBalanceReturnType = bigint

/** What {@link getCoverBalance} can fail with. */
export type GetCoverBalanceErrorType = ReadErrorType

/**
 * Reads how many covers an account owns.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the number of covers.
 * @throws {BalanceQueryForZeroAddressError} if it is the zero address.
 * @example
 * const covered = await getCoverBalance(client, { covers, owner: alice })
 */
export async function getCoverBalance<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoverBalanceParameters,
): Promise<GetCoverBalanceReturnType> {
  const { covers, owner } = parameters
  return read(client, parameters, { abi: coversAbi, address: covers, functionName: 'balanceOf', args: [owner] })
}
