import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
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

/** What {@link prepareSubmit} takes. */
export type PrepareSubmitParameters = {
  /** The pool. */
  pool: Address
  /** The encoded call, of `prepareSetBacking`, `prepareSetGroupLimit` and the like. */
  data: Hex
}

/** What {@link submit} takes. */
export type SubmitParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSubmitParameters

/** The hash of the transaction. */
export type SubmitReturnType = Hash

/** What {@link submit} can fail with. */
export type SubmitErrorType = WriteErrorType

/** What {@link simulateSubmit} takes. */
export type SimulateSubmitParameters = SimulateOptions & PrepareSubmitParameters

/** What {@link simulateSubmit} returns. */
export type SimulateSubmitReturnType = SimulateReturnType<undefined>

/** What {@link simulateSubmit} can fail with. */
export type SimulateSubmitErrorType = SimulateErrorType

/** What {@link prepareSubmit} returns. */
export type PrepareSubmitReturnType = PreparedCall

/**
 * Announces a change to a pool: a call to one of the functions that its curator must announce. It can be made after
 * the cooldown and two days, at once while the pool has no shares.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @example
 * const { data } = prepareSetCuratorFee({ pool, fee: 500 })
 * const hash = await submit(wallet, { pool, data })
 */
export async function submit<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SubmitParameters<chain, account>,
): Promise<SubmitReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link submit} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @example
 * const { data } = prepareSetCuratorFee({ pool, fee: 500 })
 * const { request } = await simulateSubmit(client, { pool, data })
 */
export async function simulateSubmit<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSubmitParameters,
): Promise<SimulateSubmitReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link submit} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const { data } = prepareSetCuratorFee({ pool, fee: 500 })
 * const call = prepareSubmit({ pool, data })
 */
export function prepareSubmit(parameters: PrepareSubmitParameters): PrepareSubmitReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, data }: PrepareSubmitParameters) {
  return { abi: poolAbi, address: pool, functionName: 'submit', args: [data] } as const
}
