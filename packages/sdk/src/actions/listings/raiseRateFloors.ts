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

/** What {@link prepareRaiseRateFloors} takes. */
export type PrepareRaiseRateFloorsParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** Listing numbers. */
  numbers: readonly bigint[]
  /** Lowest rate, WAD per year; above what it is now. */
  floor: bigint
}

/** What {@link raiseRateFloors} takes. */
export type RaiseRateFloorsParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRaiseRateFloorsParameters

/** The hash of the transaction. */
export type RaiseRateFloorsReturnType = Hash

/** What {@link raiseRateFloors} can fail with. */
export type RaiseRateFloorsErrorType = WriteErrorType

/** What {@link simulateRaiseRateFloors} takes. */
export type SimulateRaiseRateFloorsParameters = SimulateOptions & PrepareRaiseRateFloorsParameters

/** What {@link simulateRaiseRateFloors} returns. */
export type SimulateRaiseRateFloorsReturnType = SimulateReturnType<undefined>

/** What {@link simulateRaiseRateFloors} can fail with. */
export type SimulateRaiseRateFloorsErrorType = SimulateErrorType

/** What {@link prepareRaiseRateFloors} returns. */
export type PrepareRaiseRateFloorsReturnType = PreparedCall

/**
 * Raises the lowest rate of listings: cover is never sold cheaper by it. Role: RISK_REDUCER.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {RateOutOfBoundsError} if it is not above the floor, or above the ceiling.
 * @example
 * const hash = await raiseRateFloors(wallet, { listings, numbers: [1n], floor: 10n ** 16n })
 */
export async function raiseRateFloors<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RaiseRateFloorsParameters<chain, account>,
): Promise<RaiseRateFloorsReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link raiseRateFloors} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {RateOutOfBoundsError} if it is not above the floor, or above the ceiling.
 * @example
 * const { request } = await simulateRaiseRateFloors(client, { listings, numbers: [1n], floor: 10n ** 16n })
 */
export async function simulateRaiseRateFloors<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRaiseRateFloorsParameters,
): Promise<SimulateRaiseRateFloorsReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link raiseRateFloors} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRaiseRateFloors({ listings, numbers: [1n], floor: 10n ** 16n })
 */
export function prepareRaiseRateFloors(parameters: PrepareRaiseRateFloorsParameters): PrepareRaiseRateFloorsReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, numbers, floor }: PrepareRaiseRateFloorsParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'raiseRateFloors', args: [numbers, floor] } as const
}
