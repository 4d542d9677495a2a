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

/** What {@link prepareSetAdjudicator} takes. */
export type PrepareSetAdjudicatorParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** The adjudicator. */
  adjudicator: Address
  /** Whether sales may name it. */
  approved: boolean
}

/** What {@link setAdjudicator} takes. */
export type SetAdjudicatorParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetAdjudicatorParameters

/** The hash of the transaction. */
export type SetAdjudicatorReturnType = Hash

/** What {@link setAdjudicator} can fail with. */
export type SetAdjudicatorErrorType = WriteErrorType

/** What {@link simulateSetAdjudicator} takes. */
export type SimulateSetAdjudicatorParameters = SimulateOptions & PrepareSetAdjudicatorParameters

/** What {@link simulateSetAdjudicator} returns. */
export type SimulateSetAdjudicatorReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetAdjudicator} can fail with. */
export type SimulateSetAdjudicatorErrorType = SimulateErrorType

/** What {@link prepareSetAdjudicator} returns. */
export type PrepareSetAdjudicatorReturnType = PreparedCall

/**
 * Admits or dismisses an adjudicator for new sales. Role: REGISTRAR.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {ZeroAddressError} if it is the zero address.
 * @example
 * const hash = await setAdjudicator(wallet, { listings, adjudicator, approved: true })
 */
export async function setAdjudicator<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetAdjudicatorParameters<chain, account>,
): Promise<SetAdjudicatorReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setAdjudicator} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {ZeroAddressError} if it is the zero address.
 * @example
 * const { request } = await simulateSetAdjudicator(client, { listings, adjudicator, approved: true })
 */
export async function simulateSetAdjudicator<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetAdjudicatorParameters,
): Promise<SimulateSetAdjudicatorReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setAdjudicator} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetAdjudicator({ listings, adjudicator, approved: true })
 */
export function prepareSetAdjudicator(parameters: PrepareSetAdjudicatorParameters): PrepareSetAdjudicatorReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, adjudicator, approved }: PrepareSetAdjudicatorParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'setAdjudicator', args: [adjudicator, approved] } as const
}
