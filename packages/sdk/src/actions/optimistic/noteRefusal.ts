import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { optimisticAbi } from '../../abis/optimisticAbi.ts'
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

/** What {@link prepareNoteRefusal} takes. */
export type PrepareNoteRefusalParameters = {
  /** The address of `Optimistic`. */
  optimistic: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link noteRefusal} takes. */
export type NoteRefusalParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareNoteRefusalParameters

/** The hash of the transaction. */
export type NoteRefusalReturnType = Hash

/** What {@link noteRefusal} can fail with. */
export type NoteRefusalErrorType = WriteErrorType

/** What {@link simulateNoteRefusal} takes. */
export type SimulateNoteRefusalParameters = SimulateOptions & PrepareNoteRefusalParameters

/** What {@link simulateNoteRefusal} returns. */
export type SimulateNoteRefusalReturnType = SimulateReturnType<undefined>

/** What {@link simulateNoteRefusal} can fail with. */
export type SimulateNoteRefusalErrorType = SimulateErrorType

/** What {@link prepareNoteRefusal} returns. */
export type PrepareNoteRefusalReturnType = PreparedCall

/**
 * Notes that UMA's oracle takes no assertion of an open incident while one is due: it is then not denied for want of one.
 * Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through `Optimistic`.
 * @throws {WrongStatusError} if the incident is not open.
 * @throws {AlreadyPassedOnError} if the second adjudicator decides.
 * @throws {AlreadyAssertedError} if it was asserted in UMA's oracle before.
 * @throws {AssertedTooLateError} more than two days after its opening.
 * @throws {OracleWillingError} if the oracle takes it.
 * @throws {GasTooLowError} if the oracle could have been starved of gas.
 * @example
 * const hash = await noteRefusal(wallet, { optimistic, incident: 1n })
 */
export async function noteRefusal<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: NoteRefusalParameters<chain, account>,
): Promise<NoteRefusalReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link noteRefusal} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through `Optimistic`.
 * @throws {WrongStatusError} if the incident is not open.
 * @throws {AlreadyPassedOnError} if the second adjudicator decides.
 * @throws {AlreadyAssertedError} if it was asserted in UMA's oracle before.
 * @throws {AssertedTooLateError} more than two days after its opening.
 * @throws {OracleWillingError} if the oracle takes it.
 * @throws {GasTooLowError} if the oracle could have been starved of gas.
 * @example
 * const { request } = await simulateNoteRefusal(client, { optimistic, incident: 1n })
 */
export async function simulateNoteRefusal<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateNoteRefusalParameters,
): Promise<SimulateNoteRefusalReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link noteRefusal} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareNoteRefusal({ optimistic, incident: 1n })
 */
export function prepareNoteRefusal(parameters: PrepareNoteRefusalParameters): PrepareNoteRefusalReturnType {
  return prepare(toCall(parameters))
}

function toCall({ optimistic, incident }: PrepareNoteRefusalParameters) {
  return {
    abi: optimisticAbi,
    address: optimistic,
    functionName: 'noteRefusal',
    args: [incident],
  } as const
}
