import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getFunding} takes. */
export type GetFundingParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link getFunding} returns. */
export type GetFundingReturnType = bigint

/** What {@link getFunding} can fail with. */
export type GetFundingErrorType = ReadErrorType

/**
 * Reads how much of the reserve of an incident a pool can pay, as of the last time that levels were lifted.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the level of funding, WAD; zero if the pool holds no reserve for it.
 * @example
 * const level = await getFunding(client, { pool, incident: 1n })
 */
export async function getFunding<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetFundingParameters,
): Promise<GetFundingReturnType> {
  const { pool, incident } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'fundingOf', args: [incident] })
}
