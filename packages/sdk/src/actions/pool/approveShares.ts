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

/** What {@link prepareApproveShares} takes. */
export type PrepareApproveSharesParameters = {
  /** The pool. */
  pool: Address
  /** Who may take them. */
  spender: Address
  /** Shares, 18 decimals. */
  amount: bigint
}

/** What {@link approveShares} takes. */
export type ApproveSharesParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareApproveSharesParameters

/** The hash of the transaction. */
export type ApproveSharesReturnType = Hash

/** What {@link approveShares} can fail with. */
export type ApproveSharesErrorType = WriteErrorType

/** What {@link simulateApproveShares} takes. */
export type SimulateApproveSharesParameters = SimulateOptions & PrepareApproveSharesParameters

/** What {@link simulateApproveShares} returns. */
export type SimulateApproveSharesReturnType = SimulateReturnType<boolean>

/** What {@link simulateApproveShares} can fail with. */
export type SimulateApproveSharesErrorType = SimulateErrorType

/** What {@link prepareApproveShares} returns. */
export type PrepareApproveSharesReturnType = PreparedCall

/**
 * Lets a spender take shares of the caller.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @example
 * const hash = await approveShares(wallet, { pool, spender: bob, amount: 10n ** 18n })
 */
export async function approveShares<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ApproveSharesParameters<chain, account>,
): Promise<ApproveSharesReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link approveShares} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: always true; `request`: the call to send.
 * @example
 * const { result, request } = await simulateApproveShares(client, { pool, spender: bob, amount: 10n ** 18n })
 */
export async function simulateApproveShares<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateApproveSharesParameters,
): Promise<SimulateApproveSharesReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link approveShares} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareApproveShares({ pool, spender: bob, amount: 10n ** 18n })
 */
export function prepareApproveShares(parameters: PrepareApproveSharesParameters): PrepareApproveSharesReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, spender, amount }: PrepareApproveSharesParameters) {
  return { abi: poolAbi, address: pool, functionName: 'approve', args: [spender, amount] } as const
}
