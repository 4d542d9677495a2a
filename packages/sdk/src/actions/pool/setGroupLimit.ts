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

/** What {@link prepareSetGroupLimit} takes. */
export type PrepareSetGroupLimitParameters = {
  /** The pool. */
  pool: Address
  /** Class, from 0. */
  class: number
  /** Group within the class. */
  group: bigint
  /** Largest exposure, grains. */
  limit: bigint
}

/** What {@link setGroupLimit} takes. */
export type SetGroupLimitParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetGroupLimitParameters

/** The hash of the transaction. */
export type SetGroupLimitReturnType = Hash

/** What {@link setGroupLimit} can fail with. */
export type SetGroupLimitErrorType = WriteErrorType

/** What {@link simulateSetGroupLimit} takes. */
export type SimulateSetGroupLimitParameters = SimulateOptions & PrepareSetGroupLimitParameters

/** What {@link simulateSetGroupLimit} returns. */
export type SimulateSetGroupLimitReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetGroupLimit} can fail with. */
export type SimulateSetGroupLimitErrorType = SimulateErrorType

/** What {@link prepareSetGroupLimit} returns. */
export type PrepareSetGroupLimitReturnType = PreparedCall

/**
 * Sets the largest exposure of a group. Announced by {@link submit}.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @throws {NotExecutableError} if it was not announced, or its delay is not over.
 * @throws {UnknownClassError} if the pool has no such class.
 * @example
 * const hash = await setGroupLimit(wallet, { pool, class: 0, group: 1n, limit: 10n ** 12n })
 */
export async function setGroupLimit<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetGroupLimitParameters<chain, account>,
): Promise<SetGroupLimitReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setGroupLimit} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @throws {NotExecutableError} if it was not announced, or its delay is not over.
 * @throws {UnknownClassError} if the pool has no such class.
 * @example
 * const { request } = await simulateSetGroupLimit(client, { pool, class: 0, group: 1n, limit: 10n ** 12n })
 */
export async function simulateSetGroupLimit<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetGroupLimitParameters,
): Promise<SimulateSetGroupLimitReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setGroupLimit} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetGroupLimit({ pool, class: 0, group: 1n, limit: 10n ** 12n })
 */
export function prepareSetGroupLimit(parameters: PrepareSetGroupLimitParameters): PrepareSetGroupLimitReturnType {
  return prepare(toCall(parameters))
}

function toCall(parameters: PrepareSetGroupLimitParameters) {
  const { pool, group, limit } = parameters
  return { abi: poolAbi, address: pool, functionName: 'setGroupLimit', args: [parameters.class, group, limit] } as const
}
