import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
import { bulwarkAccessManagerAbi } from '../../abis/bulwarkAccessManagerAbi.ts'
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

/** What {@link prepareScheduleCall} takes. */
export type PrepareScheduleCallParameters = {
  /** The address of `BulwarkAccessManager`. */
  accessManager: Address
  /** The contract. */
  target: Address
  /** The encoded call. */
  data: Hex
  /** Unix seconds from which it can be made. @default as soon as may be */
  when?: bigint | undefined
}

/** What {@link scheduleCall} takes. */
export type ScheduleCallParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareScheduleCallParameters

/** The hash of the transaction. */
export type ScheduleCallReturnType = Hash

/** What {@link scheduleCall} can fail with. */
export type ScheduleCallErrorType = WriteErrorType

/** What {@link simulateScheduleCall} takes. */
export type SimulateScheduleCallParameters = SimulateOptions & PrepareScheduleCallParameters

/** What {@link simulateScheduleCall} returns. */
export type SimulateScheduleCallReturnType = SimulateReturnType<readonly [`0x${string}`, bigint]>

/** What {@link simulateScheduleCall} can fail with. */
export type SimulateScheduleCallErrorType = SimulateErrorType

/** What {@link prepareScheduleCall} returns. */
export type PrepareScheduleCallReturnType = PreparedCall

/**
 * Announces a call for which the role of the caller has to wait.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagerUnauthorizedCallError} if the caller lacks the role, or would wait longer.
 * @throws {AccessManagerAlreadyScheduledError} if it is announced.
 * @example
 * const hash = await scheduleCall(wallet, { accessManager, target: listings, data: prepareDismissAdjudicator({ listings, adjudicator }).data })
 */
export async function scheduleCall<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ScheduleCallParameters<chain, account>,
): Promise<ScheduleCallReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link scheduleCall} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagerUnauthorizedCallError} if the caller lacks the role, or would wait longer.
 * @throws {AccessManagerAlreadyScheduledError} if it is announced.
 * @example
 * const { request } = await simulateScheduleCall(client, { accessManager, target: listings, data: prepareDismissAdjudicator({ listings, adjudicator }).data })
 */
export async function simulateScheduleCall<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateScheduleCallParameters,
): Promise<SimulateScheduleCallReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link scheduleCall} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareScheduleCall({ accessManager, target: listings, data: prepareDismissAdjudicator({ listings, adjudicator }).data })
 */
export function prepareScheduleCall(parameters: PrepareScheduleCallParameters): PrepareScheduleCallReturnType {
  return prepare(toCall(parameters))
}

function toCall({ accessManager, target, data, when = 0n }: PrepareScheduleCallParameters) {
  return {
    abi: bulwarkAccessManagerAbi,
    address: accessManager,
    functionName: 'schedule',
    args: [target, data, when],
  } as const
}
