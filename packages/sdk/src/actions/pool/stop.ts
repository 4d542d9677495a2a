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

/** What {@link prepareStop} takes. */
export type PrepareStopParameters = {
  /** The pool. */
  pool: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link stop} takes. */
export type StopParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareStopParameters

/** The hash of the transaction. */
export type StopReturnType = Hash

/** What {@link stop} can fail with. */
export type StopErrorType = WriteErrorType

/** What {@link simulateStop} takes. */
export type SimulateStopParameters = SimulateOptions & PrepareStopParameters

/** What {@link simulateStop} returns. */
export type SimulateStopReturnType = SimulateReturnType<undefined>

/** What {@link simulateStop} can fail with. */
export type SimulateStopErrorType = SimulateErrorType

/** What {@link prepareStop} returns. */
export type PrepareStopReturnType = PreparedCall

/**
 * Stops the sales of a pool under a listing at once; covers already sold stay in force.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @example
 * const hash = await stop(wallet, { pool, listing: 1n })
 */
export async function stop<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: StopParameters<chain, account>,
): Promise<StopReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link stop} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @example
 * const { request } = await simulateStop(client, { pool, listing: 1n })
 */
export async function simulateStop<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateStopParameters,
): Promise<SimulateStopReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link stop} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareStop({ pool, listing: 1n })
 */
export function prepareStop(parameters: PrepareStopParameters): PrepareStopReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, listing }: PrepareStopParameters) {
  return { abi: poolAbi, address: pool, functionName: 'stop', args: [listing] } as const
}
