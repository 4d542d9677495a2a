import type { Address, Hash } from 'viem'

/** What {@link getStatementTypedData} takes. */
export type GetStatementTypedDataParameters = {
  chainId: number
  pool: Address
  blockNumber: bigint
  blockHash: Hash
  statementHash: Hash
  issuer: Address
  /** Unix seconds. */
  issuedAt: bigint
}

const types = {
  SolvencyStatement: [
    { name: 'pool', type: 'address' },
    { name: 'blockNumber', type: 'uint256' },
    { name: 'blockHash', type: 'bytes32' },
    { name: 'statementHash', type: 'bytes32' },
    { name: 'issuer', type: 'address' },
    { name: 'issuedAt', type: 'uint256' },
  ],
} as const

/**
 * The EIP-712 typed data that an issuer signs: bound to the chain, to the pool and to every letter of the statement.
 *
 * @example
 * const typedData = getStatementTypedData({ chainId: 1, pool, blockNumber, blockHash, statementHash, issuer, issuedAt })
 */
export function getStatementTypedData({ chainId, ...message }: GetStatementTypedDataParameters) {
  const domain = { name: 'Bulwark SolvencyStatement', version: '1', chainId, verifyingContract: message.pool } as const
  return { domain, types, primaryType: 'SolvencyStatement' as const, message }
}
