import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getPermitNonce} takes. */
export type GetPermitNonceParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Who holds the shares. */
  owner: Address
}

/** What {@link getPermitNonce} returns. */
export type GetPermitNonceReturnType = bigint

/** What {@link getPermitNonce} can fail with. */
export type GetPermitNonceErrorType = ReadErrorType

/**
 * Reads the nonce that the next permit of an owner of shares must carry (ERC-2612).
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the nonce.
 * @example
 * const nonce = await getPermitNonce(client, { pool, owner: alice })
 */
export async function getPermitNonce<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPermitNonceParameters,
): Promise<GetPermitNonceReturnType> {
  const { pool, owner } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'nonces', args: [owner] })
}
