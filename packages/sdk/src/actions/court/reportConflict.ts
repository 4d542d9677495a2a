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

/** What {@link prepareReportConflict} takes. */
export type PrepareReportConflictParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** The assessor. */
  assessor: Address
  /** What he holds. */
  position: Position
}

/** What {@link reportConflict} takes. */
export type ReportConflictParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareReportConflictParameters

/** The hash of the transaction. */
export type ReportConflictReturnType = Hash

/** What {@link reportConflict} can fail with. */
export type ReportConflictErrorType = WriteErrorType

/** What {@link simulateReportConflict} takes. */
export type SimulateReportConflictParameters = SimulateOptions & PrepareReportConflictParameters

/** What {@link simulateReportConflict} returns. */
export type SimulateReportConflictReturnType = SimulateReturnType<undefined>

/** What {@link simulateReportConflict} can fail with. */
export type SimulateReportConflictErrorType = SimulateErrorType

/** What {@link prepareReportConflict} returns. */
export type PrepareReportConflictReturnType = PreparedCall

/**
 * Reports that an assessor holds more than 1 % of his weight in what the case decides. He has a day to dispose of it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {NoConflictError} if it is no more.
 * @throws {WrongReportError} if it was reported.
 * @throws {WrongTimeError} if it is not the time for it.
 * @example
 * const hash = await reportConflict(wallet, { court, incident: 1n, assessor: bob, position: { kind: 'shares', pool } })
 */
export async function reportConflict<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ReportConflictParameters<chain, account>,
): Promise<ReportConflictReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link reportConflict} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {NoConflictError} if it is no more.
 * @throws {WrongReportError} if it was reported.
 * @throws {WrongTimeError} if it is not the time for it.
 * @example
 * const { request } = await simulateReportConflict(client, { court, incident: 1n, assessor: bob, position: { kind: 'shares', pool } })
 */
export async function simulateReportConflict<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateReportConflictParameters,
): Promise<SimulateReportConflictReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link reportConflict} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareReportConflict({ court, incident: 1n, assessor: bob, position: { kind: 'shares', pool } })
 */
export function prepareReportConflict(parameters: PrepareReportConflictParameters): PrepareReportConflictReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident, assessor, position }: PrepareReportConflictParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'reportConflict',
    args: [incident, assessor, toPosition(position)],
  } as const
}
