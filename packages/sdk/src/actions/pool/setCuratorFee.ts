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

/** What {@link prepareSetCuratorFee} takes. */
export type PrepareSetCuratorFeeParameters = {
  /** The pool. */
  pool: Address
  /** Basis points of the net premium, at most 2,000. */
  fee: number
}

/** What {@link setCuratorFee} takes. */
export type SetCuratorFeeParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetCuratorFeeParameters

/** The hash of the transaction. */
export type SetCuratorFeeReturnType = Hash

/** What {@link setCuratorFee} can fail with. */
export type SetCuratorFeeErrorType = WriteErrorType

/** What {@link simulateSetCuratorFee} takes. */
export type SimulateSetCuratorFeeParameters = SimulateOptions & PrepareSetCuratorFeeParameters

/** What {@link simulateSetCuratorFee} returns. */
export type SimulateSetCuratorFeeReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetCuratorFee} can fail with. */
export type SimulateSetCuratorFeeErrorType = SimulateErrorType

/** What {@link prepareSetCuratorFee} returns. */
export type PrepareSetCuratorFeeReturnType = PreparedCall

/**
 * Sets the curator's fee. Announced by {@link submit}.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @throws {NotExecutableError} if it was not announced, or its delay is not over.
 * @throws {FeeAboveCapError} if it is more than that.
 * @example
 * const hash = await setCuratorFee(wallet, { pool, fee: 500 })
 */
export async function setCuratorFee<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetCuratorFeeParameters<chain, account>,
): Promise<SetCuratorFeeReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setCuratorFee} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @throws {NotExecutableError} if it was not announced, or its delay is not over.
 * @throws {FeeAboveCapError} if it is more than that.
 * @example
 * const { request } = await simulateSetCuratorFee(client, { pool, fee: 500 })
 */
export async function simulateSetCuratorFee<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetCuratorFeeParameters,
): Promise<SimulateSetCuratorFeeReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setCuratorFee} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetCuratorFee({ pool, fee: 500 })
 */
export function prepareSetCuratorFee(parameters: PrepareSetCuratorFeeParameters): PrepareSetCuratorFeeReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, fee }: PrepareSetCuratorFeeParameters) {
  return { abi: poolAbi, address: pool, functionName: 'setCuratorFee', args: [fee] } as const
}
