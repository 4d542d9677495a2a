import type { Address, BlockNumber, BlockTag, Chain, Client, Hash, Transport } from 'viem'
import { type GetContractEventsErrorType, getContractEvents } from 'viem/actions'
import { statementRegistryAbi } from '../../abis/statementRegistryAbi.ts'

/** What {@link getPostedStatements} takes. */
export type GetPostedStatementsParameters = {
  /** The address of `StatementRegistry`. */
  statementRegistry: Address
  /** Only statements of this pool. @default of any */
  pool?: Address | undefined
  /** Only statements by this issuer: anyone may post. @default by anyone */
  issuer?: Address | undefined
  /** The first block to search, where the RPC does not search all. @default 'earliest' */
  fromBlock?: BlockNumber | BlockTag | undefined
  /** The last block to search. @default 'latest' */
  toBlock?: BlockNumber | BlockTag | undefined
}

/** A hash that was posted. */
export type PostedStatement = {
  pool: Address
  /** Who posted it. */
  issuer: Address
  /** The block that the statement is of. */
  statementBlock: bigint
  statementHash: Hash
  /** The block that it was posted in. */
  postedAt: bigint
}

/** What {@link getPostedStatements} returns, the oldest first. */
export type GetPostedStatementsReturnType = readonly PostedStatement[]

/** What {@link getPostedStatements} can fail with. */
export type GetPostedStatementsErrorType = GetContractEventsErrorType

/**
 * Reads which hashes of solvency statements were posted. Nothing was checked when they were: verify the statements.
 *
 * @param client a viem client.
 * @param parameters the contract, whose statements, and which blocks to search.
 * @returns the hashes, the oldest first.
 * @example
 * const posted = await getPostedStatements(client, { statementRegistry, pool, issuer: alice })
 */
export async function getPostedStatements<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPostedStatementsParameters,
): Promise<GetPostedStatementsReturnType> {
  const { statementRegistry: address, pool, issuer, fromBlock = 'earliest', toBlock = 'latest' } = parameters
  const asked = { abi: statementRegistryAbi, address, eventName: 'StatementPosted', strict: true } as const
  const logs = await getContractEvents(client, { ...asked, args: { pool, issuer }, fromBlock, toBlock })
  return logs.flatMap(({ args, blockNumber: postedAt }) => {
    // Logs that are not in a block yet have no number.
    if (postedAt === null) return []
    const { pool, issuer, blockNumber: statementBlock, statementHash } = args
    return [{ pool, issuer, statementBlock, statementHash, postedAt }]
  })
}
