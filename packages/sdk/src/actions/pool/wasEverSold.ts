import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link wasEverSold} takes. */
export type WasEverSoldParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Id of the risk; see `getRiskId`. */
  risk: Hex
}

/** What {@link wasEverSold} returns. */
export type WasEverSoldReturnType = boolean

/** What {@link wasEverSold} can fail with. */
export type WasEverSoldErrorType = ReadErrorType

/**
 * Reads whether cover on a risk has ever been sold by a pool: only then can it be asserted.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns true if so.
 * @example
 * const sold = await wasEverSold(client, { pool, risk: getRiskId({ listing: 1n }) })
 */
export async function wasEverSold<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: WasEverSoldParameters,
): Promise<WasEverSoldReturnType> {
  const { pool, risk } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'everSold', args: [risk] })
}
