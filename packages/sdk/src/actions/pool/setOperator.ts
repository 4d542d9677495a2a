import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
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

/** What {@link prepareSetOperator} takes. */
export type PrepareSetOperatorParameters = {
  /** The pool. */
  pool: Address
  /** Who may act for the caller. */
  operator: Address
  /** Whether it may. */
  approved: boolean
}

/** What {@link setOperator} takes. */
export type SetOperatorParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetOperatorParameters

/** The hash of the transaction. */
export type SetOperatorReturnType = Hash

/** What {@link setOperator} can fail with. */
export type SetOperatorErrorType = WriteErrorType

/** What {@link simulateSetOperator} takes. */
export type SimulateSetOperatorParameters = SimulateOptions & PrepareSetOperatorParameters

/** What {@link simulateSetOperator} returns. */
export type SimulateSetOperatorReturnType = SimulateReturnType<boolean>

/** What {@link simulateSetOperator} can fail with. */
export type SimulateSetOperatorErrorType = SimulateErrorType

/** What {@link prepareSetOperator} returns. */
export type PrepareSetOperatorReturnType = PreparedCall

/**
 * Lets an operator request and claim exits for the caller, or no longer (ERC-7540).
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @example
 * const hash = await setOperator(wallet, { pool, operator: bob, approved: true })
 */
export async function setOperator<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetOperatorParameters<chain, account>,
): Promise<SetOperatorReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setOperator} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: always true; `request`: the call to send.
 * @example
 * const { result, request } = await simulateSetOperator(client, { pool, operator: bob, approved: true })
 */
export async function simulateSetOperator<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetOperatorParameters,
): Promise<SimulateSetOperatorReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setOperator} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetOperator({ pool, operator: bob, approved: true })
 */
export function prepareSetOperator(parameters: PrepareSetOperatorParameters): PrepareSetOperatorReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, operator, approved }: PrepareSetOperatorParameters) {
  return { abi: poolAbi, address: pool, functionName: 'setOperator', args: [operator, approved] } as const
}
