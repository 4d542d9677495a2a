import {
  type Account,
  type Address,
  type Chain,
  type Client,
  type Hash,
  type Hex,
  type Transport,
  zeroHash,
} from 'viem'
import { bulwarkTimelockAbi } from '../../abis/bulwarkTimelockAbi.ts'
import { type ProposalCall, splitCalls } from '../../internal/splitCalls.ts'
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

/** What {@link prepareExecuteOperation} takes. */
export type PrepareExecuteOperationParameters = {
  /** The address of `BulwarkTimelock`. */
  timelock: Address
  /** What it does, in order. */
  calls: readonly ProposalCall[]
  /** Id of the operation that must be done before. @default none */
  predecessor?: Hex | undefined
  /** Tells apart operations that do the same. @default zero */
  salt?: Hex | undefined
}

/** What {@link executeOperation} takes. */
export type ExecuteOperationParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareExecuteOperationParameters

/** The hash of the transaction. */
export type ExecuteOperationReturnType = Hash

/** What {@link executeOperation} can fail with. */
export type ExecuteOperationErrorType = WriteErrorType

/** What {@link simulateExecuteOperation} takes. */
export type SimulateExecuteOperationParameters = SimulateOptions & PrepareExecuteOperationParameters

/** What {@link simulateExecuteOperation} returns. */
export type SimulateExecuteOperationReturnType = SimulateReturnType<undefined>

/** What {@link simulateExecuteOperation} can fail with. */
export type SimulateExecuteOperationErrorType = SimulateErrorType

/** What {@link prepareExecuteOperation} returns. */
export type PrepareExecuteOperationReturnType = PreparedCall

/**
 * Executes a decision that is due. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {TimelockUnexpectedOperationStateError} if it is not due.
 * @example
 * const hash = await executeOperation(wallet, { timelock, calls: [prepareSetProtocolFee({ listings, fee: 300 })] })
 */
export async function executeOperation<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ExecuteOperationParameters<chain, account>,
): Promise<ExecuteOperationReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link executeOperation} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {TimelockUnexpectedOperationStateError} if it is not due.
 * @example
 * const { request } = await simulateExecuteOperation(client, { timelock, calls: [prepareSetProtocolFee({ listings, fee: 300 })] })
 */
export async function simulateExecuteOperation<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateExecuteOperationParameters,
): Promise<SimulateExecuteOperationReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link executeOperation} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareExecuteOperation({ timelock, calls: [prepareSetProtocolFee({ listings, fee: 300 })] })
 */
export function prepareExecuteOperation(
  parameters: PrepareExecuteOperationParameters,
): PrepareExecuteOperationReturnType {
  return prepare(toCall(parameters))
}

function toCall({ timelock, calls, predecessor = zeroHash, salt = zeroHash }: PrepareExecuteOperationParameters) {
  const { targets, values, calldatas } = splitCalls(calls)
  const args = [targets, values, calldatas, predecessor, salt] as const
  return { abi: bulwarkTimelockAbi, address: timelock, functionName: 'executeBatch', args } as const
}
