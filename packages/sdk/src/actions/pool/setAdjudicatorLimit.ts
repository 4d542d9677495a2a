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

/** What {@link prepareSetAdjudicatorLimit} takes. */
export type PrepareSetAdjudicatorLimitParameters = {
  /** The pool. */
  pool: Address
  /** The adjudicator. */
  adjudicator: Address
  /** Largest exposure, grains. */
  limit: bigint
}

/** What {@link setAdjudicatorLimit} takes. */
export type SetAdjudicatorLimitParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetAdjudicatorLimitParameters

/** The hash of the transaction. */
export type SetAdjudicatorLimitReturnType = Hash

/** What {@link setAdjudicatorLimit} can fail with. */
export type SetAdjudicatorLimitErrorType = WriteErrorType

/** What {@link simulateSetAdjudicatorLimit} takes. */
export type SimulateSetAdjudicatorLimitParameters = SimulateOptions & PrepareSetAdjudicatorLimitParameters

/** What {@link simulateSetAdjudicatorLimit} returns. */
export type SimulateSetAdjudicatorLimitReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetAdjudicatorLimit} can fail with. */
export type SimulateSetAdjudicatorLimitErrorType = SimulateErrorType

/** What {@link prepareSetAdjudicatorLimit} returns. */
export type PrepareSetAdjudicatorLimitReturnType = PreparedCall

/**
 * Sets the largest exposure of all listings of an adjudicator. Announced by {@link submit}.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @throws {NotExecutableError} if it was not announced, or its delay is not over.
 * @example
 * const hash = await setAdjudicatorLimit(wallet, { pool, adjudicator, limit: 10n ** 12n })
 */
export async function setAdjudicatorLimit<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetAdjudicatorLimitParameters<chain, account>,
): Promise<SetAdjudicatorLimitReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setAdjudicatorLimit} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @throws {NotExecutableError} if it was not announced, or its delay is not over.
 * @example
 * const { request } = await simulateSetAdjudicatorLimit(client, { pool, adjudicator, limit: 10n ** 12n })
 */
export async function simulateSetAdjudicatorLimit<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetAdjudicatorLimitParameters,
): Promise<SimulateSetAdjudicatorLimitReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setAdjudicatorLimit} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetAdjudicatorLimit({ pool, adjudicator, limit: 10n ** 12n })
 */
export function prepareSetAdjudicatorLimit(
  parameters: PrepareSetAdjudicatorLimitParameters,
): PrepareSetAdjudicatorLimitReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, adjudicator, limit }: PrepareSetAdjudicatorLimitParameters) {
  return { abi: poolAbi, address: pool, functionName: 'setAdjudicatorLimit', args: [adjudicator, limit] } as const
}
