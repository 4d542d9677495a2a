import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getPendingRedeemRequest} takes. */
export type GetPendingRedeemRequestParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Number of the request. */
  requestId: bigint
  /** Who may claim the exit. */
  controller: Address
}

/** What {@link getPendingRedeemRequest} returns. */
export type GetPendingRedeemRequestReturnType = bigint

/** What {@link getPendingRedeemRequest} can fail with. */
export type GetPendingRedeemRequestErrorType = ReadErrorType

/**
 * Reads how many shares of an exit request wait to be processed (ERC-7540).
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns shares; zero if it is not the request of that controller.
 * @example
 * const shares = await getPendingRedeemRequest(client, { pool, requestId: 1n, controller: alice })
 */
export async function getPendingRedeemRequest<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPendingRedeemRequestParameters,
): Promise<GetPendingRedeemRequestReturnType> {
  const { pool, requestId, controller } = parameters
  return read(client, parameters, {
    abi: poolAbi,
    address: pool,
    functionName: 'pendingRedeemRequest',
    args: [requestId, controller],
  })
}
