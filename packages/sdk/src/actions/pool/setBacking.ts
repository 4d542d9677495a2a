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

/** What {@link prepareSetBacking} takes. */
export type PrepareSetBackingParameters = {
  /** The pool. */
  pool: Address
  /** Listing number. */
  listing: bigint
  /** Class, from 0. */
  class: number
  /** Group within the class: everything that one event can hit together. */
  group: bigint
  /** Largest exposure under the listing, grains; zero stops it. */
  limit: bigint
}

/** What {@link setBacking} takes. */
export type SetBackingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetBackingParameters

/** The hash of the transaction. */
export type SetBackingReturnType = Hash

/** What {@link setBacking} can fail with. */
export type SetBackingErrorType = WriteErrorType

/** What {@link simulateSetBacking} takes. */
export type SimulateSetBackingParameters = SimulateOptions & PrepareSetBackingParameters

/** What {@link simulateSetBacking} returns. */
export type SimulateSetBackingReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetBacking} can fail with. */
export type SimulateSetBackingErrorType = SimulateErrorType

/** What {@link prepareSetBacking} returns. */
export type PrepareSetBackingReturnType = PreparedCall

/**
 * Backs a listing: from then on the pool sells cover under it. Announced by {@link submit}.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @throws {NotExecutableError} if it was not announced, or its delay is not over.
 * @throws {UnknownClassError} if the pool has no such class.
 * @throws {OwnAssetError} if the listing insures the family of the pool's asset.
 * @throws {UnknownListingError} if there is no such listing.
 * @throws {UnknownProofTermsError} if nobody defined its proof terms.
 * @example
 * const hash = await setBacking(wallet, { pool, listing: 1n, class: 0, group: 1n, limit: 10n ** 12n })
 */
export async function setBacking<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetBackingParameters<chain, account>,
): Promise<SetBackingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setBacking} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @throws {NotExecutableError} if it was not announced, or its delay is not over.
 * @throws {UnknownClassError} if the pool has no such class.
 * @throws {OwnAssetError} if the listing insures the family of the pool's asset.
 * @throws {UnknownListingError} if there is no such listing.
 * @throws {UnknownProofTermsError} if nobody defined its proof terms.
 * @example
 * const { request } = await simulateSetBacking(client, { pool, listing: 1n, class: 0, group: 1n, limit: 10n ** 12n })
 */
export async function simulateSetBacking<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetBackingParameters,
): Promise<SimulateSetBackingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setBacking} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetBacking({ pool, listing: 1n, class: 0, group: 1n, limit: 10n ** 12n })
 */
export function prepareSetBacking(parameters: PrepareSetBackingParameters): PrepareSetBackingReturnType {
  return prepare(toCall(parameters))
}

function toCall(parameters: PrepareSetBackingParameters) {
  const { pool, listing, group, limit } = parameters
  return {
    abi: poolAbi,
    address: pool,
    functionName: 'setBacking',
    args: [listing, parameters.class, group, limit],
  } as const
}
