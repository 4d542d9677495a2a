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

/** What {@link prepareTransferShares} takes. */
export type PrepareTransferSharesParameters = {
  /** The pool. */
  pool: Address
  /** Who receives them. */
  to: Address
  /** Shares, 18 decimals. */
  amount: bigint
}

/** What {@link transferShares} takes. */
export type TransferSharesParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareTransferSharesParameters

/** The hash of the transaction. */
export type TransferSharesReturnType = Hash

/** What {@link transferShares} can fail with. */
export type TransferSharesErrorType = WriteErrorType

/** What {@link simulateTransferShares} takes. */
export type SimulateTransferSharesParameters = SimulateOptions & PrepareTransferSharesParameters

/** What {@link simulateTransferShares} returns. */
export type SimulateTransferSharesReturnType = SimulateReturnType<boolean>

/** What {@link simulateTransferShares} can fail with. */
export type SimulateTransferSharesErrorType = SimulateErrorType

/** What {@link prepareTransferShares} returns. */
export type PrepareTransferSharesReturnType = PreparedCall

/**
 * Sends shares of the caller.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InsufficientBalanceError} if the caller holds fewer.
 * @throws {TransferToPoolError} if the receiver is the pool: call `requestRedeem` to leave.
 * @example
 * const hash = await transferShares(wallet, { pool, to: bob, amount: 10n ** 18n })
 */
export async function transferShares<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: TransferSharesParameters<chain, account>,
): Promise<TransferSharesReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link transferShares} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: always true; `request`: the call to send.
 * @throws {InsufficientBalanceError} if the caller holds fewer.
 * @throws {TransferToPoolError} if the receiver is the pool: call `requestRedeem` to leave.
 * @example
 * const { result, request } = await simulateTransferShares(client, { pool, to: bob, amount: 10n ** 18n })
 */
export async function simulateTransferShares<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateTransferSharesParameters,
): Promise<SimulateTransferSharesReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link transferShares} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareTransferShares({ pool, to: bob, amount: 10n ** 18n })
 */
export function prepareTransferShares(parameters: PrepareTransferSharesParameters): PrepareTransferSharesReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, to, amount }: PrepareTransferSharesParameters) {
  return { abi: poolAbi, address: pool, functionName: 'transfer', args: [to, amount] } as const
}
