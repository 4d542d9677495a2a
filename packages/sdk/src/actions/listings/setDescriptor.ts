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

/** What {@link prepareSetDescriptor} takes. */
export type PrepareSetDescriptorParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** The contract; zero: none. */
  descriptor: Address
}

/** What {@link setDescriptor} takes. */
export type SetDescriptorParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetDescriptorParameters

/** The hash of the transaction. */
export type SetDescriptorReturnType = Hash

/** What {@link setDescriptor} can fail with. */
export type SetDescriptorErrorType = WriteErrorType

/** What {@link simulateSetDescriptor} takes. */
export type SimulateSetDescriptorParameters = SimulateOptions & PrepareSetDescriptorParameters

/** What {@link simulateSetDescriptor} returns. */
export type SimulateSetDescriptorReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetDescriptor} can fail with. */
export type SimulateSetDescriptorErrorType = SimulateErrorType

/** What {@link prepareSetDescriptor} returns. */
export type PrepareSetDescriptorReturnType = PreparedCall

/**
 * Sets the contract that answers `tokenURI` of `Covers`; with none, metadata is plain. Role: REGISTRAR.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @example
 * const hash = await setDescriptor(wallet, { listings, descriptor: bob })
 */
export async function setDescriptor<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetDescriptorParameters<chain, account>,
): Promise<SetDescriptorReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setDescriptor} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @example
 * const { request } = await simulateSetDescriptor(client, { listings, descriptor: bob })
 */
export async function simulateSetDescriptor<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetDescriptorParameters,
): Promise<SimulateSetDescriptorReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setDescriptor} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetDescriptor({ listings, descriptor: bob })
 */
export function prepareSetDescriptor(parameters: PrepareSetDescriptorParameters): PrepareSetDescriptorReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, descriptor }: PrepareSetDescriptorParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'setDescriptor', args: [descriptor] } as const
}
