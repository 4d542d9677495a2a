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

/** What {@link prepareDeposit} takes. */
export type PrepareDepositParameters = {
  /** The pool. */
  pool: Address
  /** Units of the pool's asset. */
  assets: bigint
  /** Who receives the shares. */
  receiver: Address
}

/** What {@link deposit} takes. */
export type DepositParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareDepositParameters

/** The hash of the transaction. */
export type DepositReturnType = Hash

/** What {@link deposit} can fail with. */
export type DepositErrorType = WriteErrorType

/** What {@link simulateDeposit} takes. */
export type SimulateDepositParameters = SimulateOptions & PrepareDepositParameters

/** What {@link simulateDeposit} returns. */
export type SimulateDepositReturnType = SimulateReturnType<bigint>

/** What {@link simulateDeposit} can fail with. */
export type SimulateDepositErrorType = SimulateErrorType

/** What {@link prepareDeposit} returns. */
export type PrepareDepositReturnType = PreparedCall

/**
 * Deposits assets for shares at High (ERC-4626). The pool must be approved for the assets.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {PoolClosedError} if depositors would share old losses.
 * @throws {ZeroAmountError} if there are no assets in it.
 * @throws {DepositTooSmallError} if it buys too few shares.
 * @throws {TransferFromFailedError} if the allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const hash = await deposit(wallet, { pool, assets: 1_000_000n, receiver: alice })
 */
export async function deposit<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: DepositParameters<chain, account>,
): Promise<DepositReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link deposit} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: shares minted, rounded down; `request`: the call to send.
 * @throws {PoolClosedError} if depositors would share old losses.
 * @throws {ZeroAmountError} if there are no assets in it.
 * @throws {DepositTooSmallError} if it buys too few shares.
 * @throws {TransferFromFailedError} if the allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { result, request } = await simulateDeposit(client, { pool, assets: 1_000_000n, receiver: alice })
 */
export async function simulateDeposit<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateDepositParameters,
): Promise<SimulateDepositReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link deposit} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareDeposit({ pool, assets: 1_000_000n, receiver: alice })
 */
export function prepareDeposit(parameters: PrepareDepositParameters): PrepareDepositReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, assets, receiver }: PrepareDepositParameters) {
  return { abi: poolAbi, address: pool, functionName: 'deposit', args: [assets, receiver] } as const
}
