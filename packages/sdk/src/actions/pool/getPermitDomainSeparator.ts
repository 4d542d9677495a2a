import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getPermitDomainSeparator} takes. */
export type GetPermitDomainSeparatorParameters = ReadOptions & {
  /** The pool. */
  pool: Address
}

/** What {@link getPermitDomainSeparator} returns. */
export type GetPermitDomainSeparatorReturnType = Hex

/** What {@link getPermitDomainSeparator} can fail with. */
export type GetPermitDomainSeparatorErrorType = ReadErrorType

/**
 * Reads the EIP-712 domain separator of the permits of a pool.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns the separator.
 * @example
 * await getPermitDomainSeparator(client, { pool })
 */
export async function getPermitDomainSeparator<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPermitDomainSeparatorParameters,
): Promise<GetPermitDomainSeparatorReturnType> {
  const { pool } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'DOMAIN_SEPARATOR', args: [] })
}
