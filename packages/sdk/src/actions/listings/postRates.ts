import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
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
import type { RatePost } from '../../types/listing.ts'

/** What {@link preparePostRates} takes. */
export type PreparePostRatesParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** Listings and their rates. */
  posts: readonly RatePost[]
  /** Hash of the data that produced them. */
  dataHash: Hex
  /** Hash of the model that produced them. */
  modelHash: Hex
}

/** What {@link postRates} takes. */
export type PostRatesParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PreparePostRatesParameters

/** The hash of the transaction. */
export type PostRatesReturnType = Hash

/** What {@link postRates} can fail with. */
export type PostRatesErrorType = WriteErrorType

/** What {@link simulatePostRates} takes. */
export type SimulatePostRatesParameters = SimulateOptions & PreparePostRatesParameters

/** What {@link simulatePostRates} returns. */
export type SimulatePostRatesReturnType = SimulateReturnType<undefined>

/** What {@link simulatePostRates} can fail with. */
export type SimulatePostRatesErrorType = SimulateErrorType

/** What {@link preparePostRates} returns. */
export type PreparePostRatesReturnType = PreparedCall

/**
 * Posts technical rates. Role: RATE_POSTER.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {UnknownListingError} if there is no such listing.
 * @throws {RateOutOfBoundsError} if a rate is out of the bounds of its listing.
 * @throws {RateStepTooLargeError} if it moves too fast.
 * @throws {KeyedMismatchError} if the listing is sold by signed quotes.
 * @example
 * const hash = await postRates(wallet, { listings, posts: [{ listing: 1n, rate: 2n * 10n ** 16n }], dataHash, modelHash })
 */
export async function postRates<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: PostRatesParameters<chain, account>,
): Promise<PostRatesReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link postRates} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {UnknownListingError} if there is no such listing.
 * @throws {RateOutOfBoundsError} if a rate is out of the bounds of its listing.
 * @throws {RateStepTooLargeError} if it moves too fast.
 * @throws {KeyedMismatchError} if the listing is sold by signed quotes.
 * @example
 * const { request } = await simulatePostRates(client, { listings, posts: [{ listing: 1n, rate: 2n * 10n ** 16n }], dataHash, modelHash })
 */
export async function simulatePostRates<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulatePostRatesParameters,
): Promise<SimulatePostRatesReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link postRates} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = preparePostRates({ listings, posts: [{ listing: 1n, rate: 2n * 10n ** 16n }], dataHash, modelHash })
 */
export function preparePostRates(parameters: PreparePostRatesParameters): PreparePostRatesReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, posts, dataHash, modelHash }: PreparePostRatesParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'postRates', args: [posts, dataHash, modelHash] } as const
}
