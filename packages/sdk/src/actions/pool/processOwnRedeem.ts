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

/** What {@link prepareProcessOwnRedeem} takes. */
export type PrepareProcessOwnRedeemParameters = {
  /** The pool. */
  pool: Address
  /** Number of the request. */
  requestId: bigint
  /** Fewest units to accept: an incident opened just before lowers them. Take `result` of the simulation. */
  minAssets: bigint
}

/** What {@link processOwnRedeem} takes. */
export type ProcessOwnRedeemParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareProcessOwnRedeemParameters

/** The hash of the transaction. */
export type ProcessOwnRedeemReturnType = Hash

/** What {@link processOwnRedeem} can fail with. */
export type ProcessOwnRedeemErrorType = WriteErrorType

/** What {@link simulateProcessOwnRedeem} takes. */
export type SimulateProcessOwnRedeemParameters = SimulateOptions & PrepareProcessOwnRedeemParameters

/** What {@link simulateProcessOwnRedeem} returns. */
export type SimulateProcessOwnRedeemReturnType = SimulateReturnType<bigint>

/** What {@link simulateProcessOwnRedeem} can fail with. */
export type SimulateProcessOwnRedeemErrorType = SimulateErrorType

/** What {@link prepareProcessOwnRedeem} returns. */
export type PrepareProcessOwnRedeemReturnType = PreparedCall

/**
 * Serves one exit of the caller out of order while an incident is open, if all exits could be paid.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotAuthorisedError} if the caller is neither its controller nor an operator of it.
 * @throws {CooldownNotOverError} if the request is not due.
 * @throws {ExitNotPayableError} if the capital is needed.
 * @throws {BelowMinimumError} if it would pay less than `minAssets`.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const hash = await processOwnRedeem(wallet, { pool, requestId: 1n, minAssets: 0n })
 */
export async function processOwnRedeem<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ProcessOwnRedeemParameters<chain, account>,
): Promise<ProcessOwnRedeemReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link processOwnRedeem} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units set aside; `request`: the call to send.
 * @throws {NotAuthorisedError} if the caller is neither its controller nor an operator of it.
 * @throws {CooldownNotOverError} if the request is not due.
 * @throws {ExitNotPayableError} if the capital is needed.
 * @throws {BelowMinimumError} if it would pay less than `minAssets`.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { result, request } = await simulateProcessOwnRedeem(client, { pool, requestId: 1n, minAssets: 0n })
 */
export async function simulateProcessOwnRedeem<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateProcessOwnRedeemParameters,
): Promise<SimulateProcessOwnRedeemReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link processOwnRedeem} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareProcessOwnRedeem({ pool, requestId: 1n, minAssets: 0n })
 */
export function prepareProcessOwnRedeem(
  parameters: PrepareProcessOwnRedeemParameters,
): PrepareProcessOwnRedeemReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, requestId, minAssets }: PrepareProcessOwnRedeemParameters) {
  return { abi: poolAbi, address: pool, functionName: 'processOwnRedeem', args: [requestId, minAssets] } as const
}
