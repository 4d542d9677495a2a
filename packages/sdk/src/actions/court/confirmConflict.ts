import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { toPosition } from '../../internal/toPosition.ts'
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
import type { Position } from '../../types/court.ts'

/** What {@link prepareConfirmConflict} takes. */
export type PrepareConfirmConflictParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** The assessor. */
  assessor: Address
  /** What he holds. */
  position: Position
  /** His seat in `getCaseVotes`, if he has revealed; else of no meaning. */
  seat: bigint
}

/** What {@link confirmConflict} takes. */
export type ConfirmConflictParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareConfirmConflictParameters

/** The hash of the transaction. */
export type ConfirmConflictReturnType = Hash

/** What {@link confirmConflict} can fail with. */
export type ConfirmConflictErrorType = WriteErrorType

/** What {@link simulateConfirmConflict} takes. */
export type SimulateConfirmConflictParameters = SimulateOptions & PrepareConfirmConflictParameters

/** What {@link simulateConfirmConflict} returns. */
export type SimulateConfirmConflictReturnType = SimulateReturnType<undefined>

/** What {@link simulateConfirmConflict} can fail with. */
export type SimulateConfirmConflictErrorType = SimulateErrorType

/** What {@link prepareConfirmConflict} returns. */
export type PrepareConfirmConflictReturnType = PreparedCall

/**
 * Bars an assessor who did not dispose of a reported interest in time; his vote is void. Anyone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {WrongReportError} if it was not reported.
 * @throws {WrongTimeError} if it is not the time for it.
 * @throws {NoConflictError} if he disposed of it.
 * @throws {WrongSeatError} if the seat is another's.
 * @example
 * const hash = await confirmConflict(wallet, { court, incident: 1n, assessor: bob, position: { kind: 'cover', id }, seat: 0n })
 */
export async function confirmConflict<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ConfirmConflictParameters<chain, account>,
): Promise<ConfirmConflictReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link confirmConflict} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {WrongReportError} if it was not reported.
 * @throws {WrongTimeError} if it is not the time for it.
 * @throws {NoConflictError} if he disposed of it.
 * @throws {WrongSeatError} if the seat is another's.
 * @example
 * const { request } = await simulateConfirmConflict(client, { court, incident: 1n, assessor: bob, position: { kind: 'cover', id }, seat: 0n })
 */
export async function simulateConfirmConflict<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateConfirmConflictParameters,
): Promise<SimulateConfirmConflictReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link confirmConflict} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareConfirmConflict({ court, incident: 1n, assessor: bob, position: { kind: 'cover', id }, seat: 0n })
 */
export function prepareConfirmConflict(parameters: PrepareConfirmConflictParameters): PrepareConfirmConflictReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident, assessor, position, seat }: PrepareConfirmConflictParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'confirmConflict',
    args: [incident, assessor, toPosition(position), seat],
  } as const
}
