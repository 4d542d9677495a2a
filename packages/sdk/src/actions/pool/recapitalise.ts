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

/** What {@link prepareRecapitalise} takes. */
export type PrepareRecapitaliseParameters = {
  /** The pool. */
  pool: Address
  /** Units of the pool's asset. */
  assets: bigint
  /** Who receives the shares. */
  receiver: Address
}

/** What {@link recapitalise} takes. */
export type RecapitaliseParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRecapitaliseParameters

/** The hash of the transaction. */
export type RecapitaliseReturnType = Hash

/** What {@link recapitalise} can fail with. */
export type RecapitaliseErrorType = WriteErrorType

/** What {@link simulateRecapitalise} takes. */
export type SimulateRecapitaliseParameters = SimulateOptions & PrepareRecapitaliseParameters

/** What {@link simulateRecapitalise} returns. */
export type SimulateRecapitaliseReturnType = SimulateReturnType<bigint>

/** What {@link simulateRecapitalise} can fail with. */
export type SimulateRecapitaliseErrorType = SimulateErrorType

/** What {@link prepareRecapitalise} returns. */
export type PrepareRecapitaliseReturnType = PreparedCall

/**
 * Adds capital to a pool that is closed to deposits, for somebody who accepts to share its old losses. Not possible in
 * a ruined pool.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {PoolClosedError} if the pool is ruined.
 * @throws {TransferFromFailedError} if the allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const hash = await recapitalise(wallet, { pool, assets: 1_000_000n, receiver: alice })
 */
export async function recapitalise<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RecapitaliseParameters<chain, account>,
): Promise<RecapitaliseReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link recapitalise} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: shares minted, rounded down; `request`: the call to send.
 * @throws {PoolClosedError} if the pool is ruined.
 * @throws {TransferFromFailedError} if the allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { result, request } = await simulateRecapitalise(client, { pool, assets: 1_000_000n, receiver: alice })
 */
export async function simulateRecapitalise<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRecapitaliseParameters,
): Promise<SimulateRecapitaliseReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link recapitalise} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRecapitalise({ pool, assets: 1_000_000n, receiver: alice })
 */
export function prepareRecapitalise(parameters: PrepareRecapitaliseParameters): PrepareRecapitaliseReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, assets, receiver }: PrepareRecapitaliseParameters) {
  return { abi: poolAbi, address: pool, functionName: 'recapitalise', args: [assets, receiver] } as const
}
