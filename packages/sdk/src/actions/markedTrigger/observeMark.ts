import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { markedTriggerAbi } from '../../abis/markedTriggerAbi.ts'
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

/** What {@link prepareObserveMark} takes. */
export type PrepareObserveMarkParameters = {
  /** The address of a `VaultLossTrigger`, `DeficitTrigger` or `ReserveTrigger`. */
  trigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link observeMark} takes. */
export type ObserveMarkParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareObserveMarkParameters

/** The hash of the transaction. */
export type ObserveMarkReturnType = Hash

/** What {@link observeMark} can fail with. */
export type ObserveMarkErrorType = WriteErrorType

/** What {@link simulateObserveMark} takes. */
export type SimulateObserveMarkParameters = SimulateOptions & PrepareObserveMarkParameters

/** What {@link simulateObserveMark} returns. */
export type SimulateObserveMarkReturnType = SimulateReturnType<undefined>

/** What {@link simulateObserveMark} can fail with. */
export type SimulateObserveMarkErrorType = SimulateErrorType

/** What {@link prepareObserveMark} returns. */
export type PrepareObserveMarkReturnType = PreparedCall

/**
 * Takes a reading for the mark of a listing: once a day, and whenever the level is lower than the lowest since. Anyone may
 * call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {AlreadyArmedError} while a span is under proof.
 * @throws {NoReadingError} if the contract that is watched says nothing that counts; its advice says why.
 * @throws {NothingToObserveError} if the day is not over and the reading not below the lowest.
 * @example
 * const hash = await observeMark(wallet, { trigger: vaultLossTrigger, listing: 1n })
 */
export async function observeMark<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ObserveMarkParameters<chain, account>,
): Promise<ObserveMarkReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link observeMark} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {AlreadyArmedError} while a span is under proof.
 * @throws {NoReadingError} if the contract that is watched says nothing that counts; its advice says why.
 * @throws {NothingToObserveError} if the day is not over and the reading not below the lowest.
 * @example
 * const { request } = await simulateObserveMark(client, { trigger: vaultLossTrigger, listing: 1n })
 */
export async function simulateObserveMark<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateObserveMarkParameters,
): Promise<SimulateObserveMarkReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link observeMark} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareObserveMark({ trigger: vaultLossTrigger, listing: 1n })
 */
export function prepareObserveMark(parameters: PrepareObserveMarkParameters): PrepareObserveMarkReturnType {
  return prepare(toCall(parameters))
}

function toCall({ trigger, listing }: PrepareObserveMarkParameters) {
  return {
    abi: markedTriggerAbi,
    address: trigger,
    functionName: 'observe',
    args: [listing],
  } as const
}
