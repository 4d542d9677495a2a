import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { priceFeedTriggerAbi } from '../../abis/priceFeedTriggerAbi.ts'
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

/** What {@link prepareNotePhase} takes. */
export type PrepareNotePhaseParameters = {
  /** The address of `PriceFeedTrigger`. */
  priceFeedTrigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link notePhase} takes. */
export type NotePhaseParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareNotePhaseParameters

/** The hash of the transaction. */
export type NotePhaseReturnType = Hash

/** What {@link notePhase} can fail with. */
export type NotePhaseErrorType = WriteErrorType

/** What {@link simulateNotePhase} takes. */
export type SimulateNotePhaseParameters = SimulateOptions & PrepareNotePhaseParameters

/** What {@link simulateNotePhase} returns. */
export type SimulateNotePhaseReturnType = SimulateReturnType<undefined>

/** What {@link simulateNotePhase} can fail with. */
export type SimulateNotePhaseErrorType = SimulateErrorType

/** What {@link prepareNotePhase} returns. */
export type PrepareNotePhaseReturnType = PreparedCall

/**
 * Takes note that a feed has changed its phase; nothing is sold under the listing before. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {PhaseUnchangedError} if the phase is the one noted last.
 * @example
 * const hash = await notePhase(wallet, { priceFeedTrigger, listing: 1n })
 */
export async function notePhase<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: NotePhaseParameters<chain, account>,
): Promise<NotePhaseReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link notePhase} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {PhaseUnchangedError} if the phase is the one noted last.
 * @example
 * const { request } = await simulateNotePhase(client, { priceFeedTrigger, listing: 1n })
 */
export async function simulateNotePhase<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateNotePhaseParameters,
): Promise<SimulateNotePhaseReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link notePhase} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareNotePhase({ priceFeedTrigger, listing: 1n })
 */
export function prepareNotePhase(parameters: PrepareNotePhaseParameters): PrepareNotePhaseReturnType {
  return prepare(toCall(parameters))
}

function toCall({ priceFeedTrigger, listing }: PrepareNotePhaseParameters) {
  return { abi: priceFeedTriggerAbi, address: priceFeedTrigger, functionName: 'notePhase', args: [listing] } as const
}
