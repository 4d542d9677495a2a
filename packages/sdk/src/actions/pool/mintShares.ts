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

/** What {@link prepareMintShares} takes. */
export type PrepareMintSharesParameters = {
  /** The pool. */
  pool: Address
  /** Shares, 18 decimals. */
  shares: bigint
  /** Who receives the shares. */
  receiver: Address
}

/** What {@link mintShares} takes. */
export type MintSharesParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareMintSharesParameters

/** The hash of the transaction. */
export type MintSharesReturnType = Hash

/** What {@link mintShares} can fail with. */
export type MintSharesErrorType = WriteErrorType

/** What {@link simulateMintShares} takes. */
export type SimulateMintSharesParameters = SimulateOptions & PrepareMintSharesParameters

/** What {@link simulateMintShares} returns. */
export type SimulateMintSharesReturnType = SimulateReturnType<bigint>

/** What {@link simulateMintShares} can fail with. */
export type SimulateMintSharesErrorType = SimulateErrorType

/** What {@link prepareMintShares} returns. */
export type PrepareMintSharesReturnType = PreparedCall

/**
 * Mints shares for assets at High (ERC-4626). The pool must be approved for the assets.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {DepositTooSmallError} if they are too few.
 * @throws {PoolClosedError} if depositors would share old losses.
 * @throws {TransferFromFailedError} if the allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const hash = await mintShares(wallet, { pool, shares: 10n ** 18n, receiver: alice })
 */
export async function mintShares<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: MintSharesParameters<chain, account>,
): Promise<MintSharesReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link mintShares} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: assets taken, rounded up; `request`: the call to send.
 * @throws {DepositTooSmallError} if they are too few.
 * @throws {PoolClosedError} if depositors would share old losses.
 * @throws {TransferFromFailedError} if the allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { result, request } = await simulateMintShares(client, { pool, shares: 10n ** 18n, receiver: alice })
 */
export async function simulateMintShares<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateMintSharesParameters,
): Promise<SimulateMintSharesReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link mintShares} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareMintShares({ pool, shares: 10n ** 18n, receiver: alice })
 */
export function prepareMintShares(parameters: PrepareMintSharesParameters): PrepareMintSharesReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, shares, receiver }: PrepareMintSharesParameters) {
  return { abi: poolAbi, address: pool, functionName: 'mint', args: [shares, receiver] } as const
}
