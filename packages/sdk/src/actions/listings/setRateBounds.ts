import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
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

/** What {@link prepareSetRateBounds} takes. */
export type PrepareSetRateBoundsParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** Listing numbers: the class that is decided on. */
  numbers: readonly bigint[]
  /** Lowest rate, WAD per year. */
  floor: bigint
  /** Highest rate, WAD per year. */
  ceiling: bigint
}

/** What {@link setRateBounds} takes. */
export type SetRateBoundsParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetRateBoundsParameters

/** The hash of the transaction. */
export type SetRateBoundsReturnType = Hash

/** What {@link setRateBounds} can fail with. */
export type SetRateBoundsErrorType = WriteErrorType

/** What {@link simulateSetRateBounds} takes. */
export type SimulateSetRateBoundsParameters = SimulateOptions & PrepareSetRateBoundsParameters

/** What {@link simulateSetRateBounds} returns. */
export type SimulateSetRateBoundsReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetRateBounds} can fail with. */
export type SimulateSetRateBoundsErrorType = SimulateErrorType

/** What {@link prepareSetRateBounds} returns. */
export type PrepareSetRateBoundsReturnType = PreparedCall

/**
 * Sets the bounds of the rates of listings, within the range of their terms; what was posted moves into them at once.
 * Role: REGISTRAR.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {RateOutOfBoundsError} if a bound is outside the terms of a listing.
 * @example
 * const hash = await setRateBounds(wallet, { listings, numbers: [1n], floor: 10n ** 16n, ceiling: 10n ** 17n })
 */
export async function setRateBounds<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetRateBoundsParameters<chain, account>,
): Promise<SetRateBoundsReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setRateBounds} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {RateOutOfBoundsError} if a bound is outside the terms of a listing.
 * @example
 * const { request } = await simulateSetRateBounds(client, { listings, numbers: [1n], floor: 10n ** 16n, ceiling: 10n ** 17n })
 */
export async function simulateSetRateBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetRateBoundsParameters,
): Promise<SimulateSetRateBoundsReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setRateBounds} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetRateBounds({ listings, numbers: [1n], floor: 10n ** 16n, ceiling: 10n ** 17n })
 */
export function prepareSetRateBounds(parameters: PrepareSetRateBoundsParameters): PrepareSetRateBoundsReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, numbers, floor, ceiling }: PrepareSetRateBoundsParameters) {
  return {
    abi: listingsAbi,
    address: listings,
    functionName: 'setRateBounds',
    args: [numbers, floor, ceiling],
  } as const
}
