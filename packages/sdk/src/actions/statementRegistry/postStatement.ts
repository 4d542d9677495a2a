import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { statementRegistryAbi } from '../../abis/statementRegistryAbi.ts'
import {
  type PreparedCall,
  prepare,
  type SimulateErrorType,
  type SimulateOptions,
  type SimulateReturnType,
  simulate,
  type WriteErrorType,
  type WriteOptions,
  write,
} from '../../internal/write.ts'

/** What {@link preparePostStatement} takes. */
export type PreparePostStatementParameters = {
  /** The address of `StatementRegistry`. */
  statementRegistry: Address
  /** The pool. */
  pool: Address
  /** The block that the statement is of. */
  statementBlock: bigint
  /** keccak-256 of the statement's canonical JSON. */
  statementHash: Hash
}

/** What {@link postStatement} takes. */
export type PostStatementParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PreparePostStatementParameters

/** The hash of the transaction. */
export type PostStatementReturnType = Hash

/** What {@link postStatement} can fail with. */
export type PostStatementErrorType = WriteErrorType

/** What {@link simulatePostStatement} takes. */
export type SimulatePostStatementParameters = SimulateOptions & PreparePostStatementParameters

/** What {@link simulatePostStatement} returns. */
export type SimulatePostStatementReturnType = SimulateReturnType<void>

/** What {@link simulatePostStatement} can fail with. */
export type SimulatePostStatementErrorType = SimulateErrorType

/** What {@link preparePostStatement} returns. */
export type PreparePostStatementReturnType = PreparedCall

/**
 * Posts the hash of a solvency statement under the sender's own address. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @example
 * const hash = await postStatement(wallet, { statementRegistry, pool, statementBlock: 17_000_000n, statementHash })
 */
export async function postStatement<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: PostStatementParameters<chain, account>,
): Promise<PostStatementReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link postStatement} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @example
 * const { request } = await simulatePostStatement(client, { statementRegistry, pool, statementBlock: 17_000_000n, statementHash })
 */
export async function simulatePostStatement<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulatePostStatementParameters,
): Promise<SimulatePostStatementReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link postStatement} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = preparePostStatement({ statementRegistry, pool, statementBlock: 17_000_000n, statementHash })
 */
export function preparePostStatement(parameters: PreparePostStatementParameters): PreparePostStatementReturnType {
  return prepare(toCall(parameters))
}

function toCall({ statementRegistry, pool, statementBlock, statementHash }: PreparePostStatementParameters) {
  const args = [pool, statementBlock, statementHash] as const
  return { abi: statementRegistryAbi, address: statementRegistry, functionName: 'post', args } as const
}
