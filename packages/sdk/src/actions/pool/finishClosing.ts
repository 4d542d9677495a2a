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

/** What {@link prepareFinishClosing} takes. */
export type PrepareFinishClosingParameters = {
  /** The pool. */
  pool: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link finishClosing} takes. */
export type FinishClosingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareFinishClosingParameters

/** The hash of the transaction. */
export type FinishClosingReturnType = Hash

/** What {@link finishClosing} can fail with. */
export type FinishClosingErrorType = WriteErrorType

/** What {@link simulateFinishClosing} takes. */
export type SimulateFinishClosingParameters = SimulateOptions & PrepareFinishClosingParameters

/** What {@link simulateFinishClosing} returns. */
export type SimulateFinishClosingReturnType = SimulateReturnType<undefined>

/** What {@link simulateFinishClosing} can fail with. */
export type SimulateFinishClosingErrorType = SimulateErrorType

/** What {@link prepareFinishClosing} returns. */
export type PrepareFinishClosingReturnType = PreparedCall

/**
 * Finishes a closed incident that could not be closed in a pool while its funding was not final. Anyone may call it. If
 * holders were paid short the first call begins the 30 days in which they can be topped up, the second one ends them.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotClosableError} if it is still not final.
 * @throws {TopUpsOpenError} if those 30 days are not over.
 * @throws {NoReserveError} if the pool holds nothing for it.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const hash = await finishClosing(wallet, { pool, incident: 1n })
 */
export async function finishClosing<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: FinishClosingParameters<chain, account>,
): Promise<FinishClosingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link finishClosing} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotClosableError} if it is still not final.
 * @throws {TopUpsOpenError} if those 30 days are not over.
 * @throws {NoReserveError} if the pool holds nothing for it.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { request } = await simulateFinishClosing(client, { pool, incident: 1n })
 */
export async function simulateFinishClosing<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateFinishClosingParameters,
): Promise<SimulateFinishClosingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link finishClosing} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareFinishClosing({ pool, incident: 1n })
 */
export function prepareFinishClosing(parameters: PrepareFinishClosingParameters): PrepareFinishClosingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, incident }: PrepareFinishClosingParameters) {
  return { abi: poolAbi, address: pool, functionName: 'finishClosing', args: [incident] } as const
}
