import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
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

/** What {@link prepareExecuteDispute} takes. */
export type PrepareExecuteDisputeParameters = {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
  /** Number of the dispute. */
  dispute: bigint
}

/** What {@link executeDispute} takes. */
export type ExecuteDisputeParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareExecuteDisputeParameters

/** The hash of the transaction. */
export type ExecuteDisputeReturnType = Hash

/** What {@link executeDispute} can fail with. */
export type ExecuteDisputeErrorType = WriteErrorType

/** What {@link simulateExecuteDispute} takes. */
export type SimulateExecuteDisputeParameters = SimulateOptions & PrepareExecuteDisputeParameters

/** What {@link simulateExecuteDispute} returns. */
export type SimulateExecuteDisputeReturnType = SimulateReturnType<{ ruling: bigint; taken: boolean }>

/** What {@link simulateExecuteDispute} can fail with. */
export type SimulateExecuteDisputeErrorType = SimulateErrorType

/** What {@link prepareExecuteDispute} returns. */
export type PrepareExecuteDisputeReturnType = PreparedCall

/**
 * Gives the ruling to whoever asked for it. Anyone, after the vote; again, if it was not taken.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownDisputeError} if there is none.
 * @throws {WrongVoteTimeError} before the vote is over.
 * @throws {AlreadyExecutedError} if it was taken.
 * @example
 * const hash = await executeDispute(wallet, { membersAppeal, dispute: 1n })
 */
export async function executeDispute<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ExecuteDisputeParameters<chain, account>,
): Promise<ExecuteDisputeReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link executeDispute} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: the ruling, and whether it was taken; `request`: the call to send.
 * @throws {UnknownDisputeError} if there is none.
 * @throws {WrongVoteTimeError} before the vote is over.
 * @throws {AlreadyExecutedError} if it was taken.
 * @example
 * const { request } = await simulateExecuteDispute(client, { membersAppeal, dispute: 1n })
 */
export async function simulateExecuteDispute<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateExecuteDisputeParameters,
): Promise<SimulateExecuteDisputeReturnType> {
  const {
    result: [ruling, taken],
    request,
  } = await simulate(client, parameters, toCall(parameters))
  return { result: { ruling, taken }, request }
}

/**
 * Encodes {@link executeDispute} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareExecuteDispute({ membersAppeal, dispute: 1n })
 */
export function prepareExecuteDispute(parameters: PrepareExecuteDisputeParameters): PrepareExecuteDisputeReturnType {
  return prepare(toCall(parameters))
}

function toCall({ membersAppeal, dispute }: PrepareExecuteDisputeParameters) {
  return {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'execute',
    args: [dispute],
  } as const
}
