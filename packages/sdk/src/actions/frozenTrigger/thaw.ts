import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { frozenTriggerAbi } from '../../abis/frozenTriggerAbi.ts'
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

/** What {@link prepareThaw} takes. */
export type PrepareThawParameters = {
  /** The address of `FrozenTrigger`. */
  frozenTrigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link thaw} takes. */
export type ThawParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareThawParameters

/** The hash of the transaction. */
export type ThawReturnType = Hash

/** What {@link thaw} can fail with. */
export type ThawErrorType = WriteErrorType

/** What {@link simulateThaw} takes. */
export type SimulateThawParameters = SimulateOptions & PrepareThawParameters

/** What {@link simulateThaw} returns. */
export type SimulateThawReturnType = SimulateReturnType<undefined>

/** What {@link simulateThaw} can fail with. */
export type SimulateThawErrorType = SimulateErrorType

/** What {@link prepareThaw} returns. */
export type PrepareThawReturnType = PreparedCall

/**
 * After a grant: takes a reading that helps to show that the freeze has ended, so that the listing can be sold again. Two at
 * least a day apart must find it free, and none between them frozen. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {NotSpentError} if nothing was granted since it was last seen free.
 * @throws {NoReadingError} if the contract that is watched says nothing that counts; its advice says why.
 * @throws {StillFrozenError} if it is still frozen.
 * @throws {ThawTooShortError} if it was found free less than a day ago.
 * @example
 * const hash = await thaw(wallet, { frozenTrigger, listing: 1n })
 */
export async function thaw<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ThawParameters<chain, account>,
): Promise<ThawReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link thaw} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {NotSpentError} if nothing was granted since it was last seen free.
 * @throws {NoReadingError} if the contract that is watched says nothing that counts; its advice says why.
 * @throws {StillFrozenError} if it is still frozen.
 * @throws {ThawTooShortError} if it was found free less than a day ago.
 * @example
 * const { request } = await simulateThaw(client, { frozenTrigger, listing: 1n })
 */
export async function simulateThaw<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateThawParameters,
): Promise<SimulateThawReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link thaw} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareThaw({ frozenTrigger, listing: 1n })
 */
export function prepareThaw(parameters: PrepareThawParameters): PrepareThawReturnType {
  return prepare(toCall(parameters))
}

function toCall({ frozenTrigger, listing }: PrepareThawParameters) {
  return {
    abi: frozenTriggerAbi,
    address: frozenTrigger,
    functionName: 'thaw',
    args: [listing],
  } as const
}
