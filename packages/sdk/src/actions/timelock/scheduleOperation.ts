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

/** What {@link prepareScheduleOperation} takes. */
export type PrepareScheduleOperationParameters = {
  /** The address of `BulwarkTimelock`. */
  timelock: Address
  /** What it does, in order. */
  calls: readonly ProposalCall[]
  /** Seconds that it waits, no less than the timelock wants. */
  delay: bigint
  /** Id of the operation that must be done before. @default none */
  predecessor?: Hex | undefined
  /** Tells apart operations that do the same. @default zero */
  salt?: Hex | undefined
}

/** What {@link scheduleOperation} takes. */
export type ScheduleOperationParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareScheduleOperationParameters

/** The hash of the transaction. */
export type ScheduleOperationReturnType = Hash

/** What {@link scheduleOperation} can fail with. */
export type ScheduleOperationErrorType = WriteErrorType

/** What {@link simulateScheduleOperation} takes. */
export type SimulateScheduleOperationParameters = SimulateOptions & PrepareScheduleOperationParameters

/** What {@link simulateScheduleOperation} returns. */
export type SimulateScheduleOperationReturnType = SimulateReturnType<undefined>

/** What {@link simulateScheduleOperation} can fail with. */
export type SimulateScheduleOperationErrorType = SimulateErrorType

/** What {@link prepareScheduleOperation} returns. */
export type PrepareScheduleOperationReturnType = PreparedCall

/**
 * Schedules a decision. Before the launch the council does, afterwards the governor.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessControlUnauthorizedAccountError} if the caller may not propose.
 * @throws {TimelockInsufficientDelayError} if it would not wait long enough.
 * @example
 * const hash = await scheduleOperation(wallet, { timelock, calls: [prepareSetProtocolFee({ listings, fee: 300 })], delay: 1_382_400n })
 */
export async function scheduleOperation<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ScheduleOperationParameters<chain, account>,
): Promise<ScheduleOperationReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link scheduleOperation} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessControlUnauthorizedAccountError} if the caller may not propose.
 * @throws {TimelockInsufficientDelayError} if it would not wait long enough.
 * @example
 * const { request } = await simulateScheduleOperation(client, { timelock, calls: [prepareSetProtocolFee({ listings, fee: 300 })], delay: 1_382_400n })
 */
export async function simulateScheduleOperation<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateScheduleOperationParameters,
): Promise<SimulateScheduleOperationReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link scheduleOperation} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareScheduleOperation({ timelock, calls: [prepareSetProtocolFee({ listings, fee: 300 })], delay: 1_382_400n })
 */
export function prepareScheduleOperation(
  parameters: PrepareScheduleOperationParameters,
): PrepareScheduleOperationReturnType {
  return prepare(toCall(parameters))
}

function toCall({
  timelock,
  calls,
  delay,
  predecessor = zeroHash,
  salt = zeroHash,
}: PrepareScheduleOperationParameters) {
  const { targets, values, calldatas } = splitCalls(calls)
  const args = [targets, values, calldatas, predecessor, salt, delay] as const
  return { abi: bulwarkTimelockAbi, address: timelock, functionName: 'scheduleBatch', args } as const
}
