import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
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

/** What {@link prepareCountPool} takes. */
export type PrepareCountPoolParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** A pool that has sold cover on the risk; it is stepped. */
  pool: Address
}

/** What {@link countPool} takes. */
export type CountPoolParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCountPoolParameters

/** The hash of the transaction. */
export type CountPoolReturnType = Hash

/** What {@link countPool} can fail with. */
export type CountPoolErrorType = WriteErrorType

/** What {@link simulateCountPool} takes. */
export type SimulateCountPoolParameters = SimulateOptions & PrepareCountPoolParameters

/** What {@link simulateCountPool} returns. */
export type SimulateCountPoolReturnType = SimulateReturnType<undefined>

/** What {@link simulateCountPool} can fail with. */
export type SimulateCountPoolErrorType = SimulateErrorType

/** What {@link prepareCountPool} returns. */
export type PrepareCountPoolReturnType = PreparedCall

/**
 * Counts what a pool may have to pay for its open incidents, for the comparison with the revealed stake. Anyone, each
 * pool once.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongTimeError} if it is not the time for it.
 * @throws {PoolIsCountedError} if it was counted.
 * @throws {JournalBehindError} if the pool is so far behind that it has to be stepped first.
 * @throws {ValueUnknownError} if a stake token is not valued in its asset.
 * @example
 * const hash = await countPool(wallet, { court, incident: 1n, pool })
 */
export async function countPool<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CountPoolParameters<chain, account>,
): Promise<CountPoolReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link countPool} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongTimeError} if it is not the time for it.
 * @throws {PoolIsCountedError} if it was counted.
 * @throws {JournalBehindError} if the pool is so far behind that it has to be stepped first.
 * @throws {ValueUnknownError} if a stake token is not valued in its asset.
 * @example
 * const { request } = await simulateCountPool(client, { court, incident: 1n, pool })
 */
export async function simulateCountPool<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCountPoolParameters,
): Promise<SimulateCountPoolReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link countPool} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCountPool({ court, incident: 1n, pool })
 */
export function prepareCountPool(parameters: PrepareCountPoolParameters): PrepareCountPoolReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident, pool }: PrepareCountPoolParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'countPool',
    args: [incident, pool],
  } as const
}
