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

/** What {@link prepareTransferSharesFrom} takes. */
export type PrepareTransferSharesFromParameters = {
  /** The pool. */
  pool: Address
  /** Whose they are. */
  from: Address
  /** Who receives them. */
  to: Address
  /** Shares, 18 decimals. */
  amount: bigint
}

/** What {@link transferSharesFrom} takes. */
export type TransferSharesFromParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareTransferSharesFromParameters

/** The hash of the transaction. */
export type TransferSharesFromReturnType = Hash

/** What {@link transferSharesFrom} can fail with. */
export type TransferSharesFromErrorType = WriteErrorType

/** What {@link simulateTransferSharesFrom} takes. */
export type SimulateTransferSharesFromParameters = SimulateOptions & PrepareTransferSharesFromParameters

/** What {@link simulateTransferSharesFrom} returns. */
export type SimulateTransferSharesFromReturnType = SimulateReturnType<boolean>

/** What {@link simulateTransferSharesFrom} can fail with. */
export type SimulateTransferSharesFromErrorType = SimulateErrorType

/** What {@link prepareTransferSharesFrom} returns. */
export type PrepareTransferSharesFromReturnType = PreparedCall

/**
 * Sends shares of somebody who approved the caller.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InsufficientAllowanceError} if less was approved.
 * @throws {InsufficientBalanceError} if the owner holds fewer.
 * @throws {TransferToPoolError} if the receiver is the pool: call `requestRedeem` to leave.
 * @example
 * const hash = await transferSharesFrom(wallet, { pool, from: bob, to: alice, amount: 10n ** 18n })
 */
export async function transferSharesFrom<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: TransferSharesFromParameters<chain, account>,
): Promise<TransferSharesFromReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link transferSharesFrom} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: always true; `request`: the call to send.
 * @throws {InsufficientAllowanceError} if less was approved.
 * @throws {InsufficientBalanceError} if the owner holds fewer.
 * @throws {TransferToPoolError} if the receiver is the pool: call `requestRedeem` to leave.
 * @example
 * const { result, request } = await simulateTransferSharesFrom(client, { pool, from: bob, to: alice, amount: 10n ** 18n })
 */
export async function simulateTransferSharesFrom<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateTransferSharesFromParameters,
): Promise<SimulateTransferSharesFromReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link transferSharesFrom} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareTransferSharesFrom({ pool, from: bob, to: alice, amount: 10n ** 18n })
 */
export function prepareTransferSharesFrom(
  parameters: PrepareTransferSharesFromParameters,
): PrepareTransferSharesFromReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, from, to, amount }: PrepareTransferSharesFromParameters) {
  return { abi: poolAbi, address: pool, functionName: 'transferFrom', args: [from, to, amount] } as const
}
