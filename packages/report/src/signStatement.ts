import { type Account, type Address, type Client, getAddress, type Transport } from 'viem'
import { parseAccount } from 'viem/accounts'
import { signTypedData } from 'viem/actions'
import { getStatementTypedData } from './getStatementTypedData.ts'
import { hashStatement } from './hashStatement.ts'
import type { SignedStatement, SolvencyStatement } from './types.ts'

/** The parameters of {@link signStatement}. */
export type SignStatementParameters = {
  statement: SolvencyStatement
  /** Who signs. */
  account: Account | Address
  /** In whose name: an account that signs by ERC-1271, say a Safe. @default the account itself */
  issuer?: Address | undefined
  /** When, Unix seconds. */
  issuedAt: bigint
}

/**
 * Signs a statement (EIP-712).
 *
 * @returns the statement as it is published.
 * @example
 * const file = await signStatement(wallet, { statement, account, issuedAt: 1_700_000_000n })
 */
export async function signStatement(
  client: Client<Transport>,
  { statement, account, issuedAt, ...rest }: SignStatementParameters,
): Promise<SignedStatement> {
  const issuer = getAddress(rest.issuer ?? parseAccount(account).address)
  const statementHash = hashStatement(statement)
  const typedData = getStatementTypedData({
    chainId: statement.chain.id,
    pool: statement.contracts.pool.address,
    blockNumber: BigInt(statement.block.number),
    blockHash: statement.block.hash,
    ...{ statementHash, issuer, issuedAt },
  })
  const value = await signTypedData(client, { account, ...typedData })
  return { statement, signature: { statementHash, issuer, issuedAt: issuedAt.toString(), value } }
}
