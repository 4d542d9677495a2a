import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
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

/** What {@link prepareSetCoverOperator} takes. */
export type PrepareSetCoverOperatorParameters = {
  /** The address of `Covers`. */
  covers: Address
  /** The operator. */
  operator: Address
  /** Whether it may. */
  approved: boolean
}

/** What {@link setCoverOperator} takes. */
export type SetCoverOperatorParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetCoverOperatorParameters

/** The hash of the transaction. */
export type SetCoverOperatorReturnType = Hash

/** What {@link setCoverOperator} can fail with. */
export type SetCoverOperatorErrorType = WriteErrorType

/** What {@link simulateSetCoverOperator} takes. */
export type SimulateSetCoverOperatorParameters = SimulateOptions & PrepareSetCoverOperatorParameters

/** What {@link simulateSetCoverOperator} returns. */
export type SimulateSetCoverOperatorReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetCoverOperator} can fail with. */
export type SimulateSetCoverOperatorErrorType = SimulateErrorType

/** What {@link prepareSetCoverOperator} returns. */
export type PrepareSetCoverOperatorReturnType = PreparedCall

/**
 * Lets an operator transfer all covers of the caller, or no longer.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @example
 * const hash = await setCoverOperator(wallet, { covers, operator: bob, approved: true })
 */
export async function setCoverOperator<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetCoverOperatorParameters<chain, account>,
): Promise<SetCoverOperatorReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setCoverOperator} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @example
 * const { request } = await simulateSetCoverOperator(client, { covers, operator: bob, approved: true })
 */
export async function simulateSetCoverOperator<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetCoverOperatorParameters,
): Promise<SimulateSetCoverOperatorReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setCoverOperator} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetCoverOperator({ covers, operator: bob, approved: true })
 */
export function prepareSetCoverOperator(
  parameters: PrepareSetCoverOperatorParameters,
): PrepareSetCoverOperatorReturnType {
  return prepare(toCall(parameters))
}

function toCall({ covers, operator, approved }: PrepareSetCoverOperatorParameters) {
  return { abi: coversAbi, address: covers, functionName: 'setApprovalForAll', args: [operator, approved] } as const
}
