import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getShortfall} takes. */
export type GetShortfallParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link getShortfall} returns. */
export type GetShortfallReturnType = bigint

/** What {@link getShortfall} can fail with. */
export type GetShortfallErrorType = ReadErrorType

/**
 * Reads what holders still lacked when an incident was finished in a pool.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units; zero before, and if nobody was paid short.
 * @example
 * await getShortfall(client, { pool, incident: 1n })
 */
export async function getShortfall<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetShortfallParameters,
): Promise<GetShortfallReturnType> {
  const { pool, incident } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'shortfallOf', args: [incident] })
}
