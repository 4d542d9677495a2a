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

/** What {@link prepareSetFamily} takes. */
export type PrepareSetFamilyParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** The asset. */
  asset: Address
  /** The family; zero: none. */
  family: number
}

/** What {@link setFamily} takes. */
export type SetFamilyParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetFamilyParameters

/** The hash of the transaction. */
export type SetFamilyReturnType = Hash

/** What {@link setFamily} can fail with. */
export type SetFamilyErrorType = WriteErrorType

/** What {@link simulateSetFamily} takes. */
export type SimulateSetFamilyParameters = SimulateOptions & PrepareSetFamilyParameters

/** What {@link simulateSetFamily} returns. */
export type SimulateSetFamilyReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetFamily} can fail with. */
export type SimulateSetFamilyErrorType = SimulateErrorType

/** What {@link prepareSetFamily} returns. */
export type PrepareSetFamilyReturnType = PreparedCall

/**
 * Puts an asset into a family of assets that fail together. Role: REGISTRAR.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {ZeroAddressError} if it is the zero address.
 * @example
 * const hash = await setFamily(wallet, { listings, asset, family: 1 })
 */
export async function setFamily<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetFamilyParameters<chain, account>,
): Promise<SetFamilyReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setFamily} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {ZeroAddressError} if it is the zero address.
 * @example
 * const { request } = await simulateSetFamily(client, { listings, asset, family: 1 })
 */
export async function simulateSetFamily<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetFamilyParameters,
): Promise<SimulateSetFamilyReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setFamily} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetFamily({ listings, asset, family: 1 })
 */
export function prepareSetFamily(parameters: PrepareSetFamilyParameters): PrepareSetFamilyReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, asset, family }: PrepareSetFamilyParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'setFamily', args: [asset, family] } as const
}
