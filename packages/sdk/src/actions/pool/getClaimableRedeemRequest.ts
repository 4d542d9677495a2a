import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getClaimableRedeemRequest} takes. */
export type GetClaimableRedeemRequestParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Number of the request: makes no difference. @default 0n */
  requestId?: bigint | undefined
  /** Who may claim the exit. */
  controller: Address
}

/** What {@link getClaimableRedeemRequest} returns. */
export type GetClaimableRedeemRequestReturnType = bigint

/** What {@link getClaimableRedeemRequest} can fail with. */
export type GetClaimableRedeemRequestErrorType = ReadErrorType

/**
 * Reads how many shares a controller can claim, of all requests together (ERC-7540).
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns shares.
 * @example
 * const shares = await getClaimableRedeemRequest(client, { pool, controller: alice })
 */
export async function getClaimableRedeemRequest<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetClaimableRedeemRequestParameters,
): Promise<GetClaimableRedeemRequestReturnType> {
  const { pool, requestId = 0n, controller } = parameters
  return read(client, parameters, {
    abi: poolAbi,
    address: pool,
    functionName: 'claimableRedeemRequest',
    args: [requestId, controller],
  })
}
