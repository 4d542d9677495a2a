import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { toEvent, toReport, toSignatures } from '../../internal/toReport.ts'
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
import type { InsuredEvent, Report, ReportSignature } from '../../types/report.ts'

/** What {@link prepareContradictReport} takes. */
export type PrepareContradictReportParameters = {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** Listing number. */
  listing: bigint
  /** The event, as the quote named it. */
  event: InsuredEvent
  /** What is reported. */
  report: Report
  /** Who signed it, and how; in any order. */
  signatures: readonly ReportSignature[]
}

/** What {@link contradictReport} takes. */
export type ContradictReportParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareContradictReportParameters

/** The hash of the transaction. */
export type ContradictReportReturnType = Hash

/** What {@link contradictReport} can fail with. */
export type ContradictReportErrorType = WriteErrorType

/** What {@link simulateContradictReport} takes. */
export type SimulateContradictReportParameters = SimulateOptions & PrepareContradictReportParameters

/** What {@link simulateContradictReport} returns. */
export type SimulateContradictReportReturnType = SimulateReturnType<undefined>

/** What {@link simulateContradictReport} can fail with. */
export type SimulateContradictReportErrorType = SimulateErrorType

/** What {@link prepareContradictReport} returns. */
export type PrepareContradictReportReturnType = PreparedCall

/**
 * Shows a report of other values, signed by one at least of those who signed the recorded one: they are struck off, and the
 * recorded one is suspended if its day is not over. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {WrongSourceError} if reports of the listing come from a Functions network.
 * @throws {NotReportedError} if no signed report is recorded.
 * @throws {ReportTimeOutOfBoundsError} if the time of the report is not between the end of the event and now.
 * @throws {SameReportError} if it states the same.
 * @throws {SignersNotAscendingError} if a signer is named twice.
 * @throws {UnknownSignerError} if a signature is not of the set in force, or of something else.
 * @throws {NotContradictedError} if none of them signed the recorded one.
 * @example
 * const report = { value: 31n, distance: 0n, status: 0, time: offer.ends }
 * const message = { reportTrigger, listing: 1n, key: getQuoteKey(offer), report }
 * const signatures = [{ signer: alice, signature: await signReport(wallet, message) }]
 * const hash = await contradictReport(wallet, { reportTrigger, listing: 1n, event: offer, report, signatures })
 */
export async function contradictReport<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ContradictReportParameters<chain, account>,
): Promise<ContradictReportReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link contradictReport} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {WrongSourceError} if reports of the listing come from a Functions network.
 * @throws {NotReportedError} if no signed report is recorded.
 * @throws {ReportTimeOutOfBoundsError} if the time of the report is not between the end of the event and now.
 * @throws {SameReportError} if it states the same.
 * @throws {SignersNotAscendingError} if a signer is named twice.
 * @throws {UnknownSignerError} if a signature is not of the set in force, or of something else.
 * @throws {NotContradictedError} if none of them signed the recorded one.
 * @example
 * const report = { value: 31n, distance: 0n, status: 0, time: offer.ends }
 * const message = { reportTrigger, listing: 1n, key: getQuoteKey(offer), report }
 * const signatures = [{ signer: alice, signature: await signReport(wallet, message) }]
 * const { request } = await simulateContradictReport(client, { reportTrigger, listing: 1n, event: offer, report, signatures })
 */
export async function simulateContradictReport<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateContradictReportParameters,
): Promise<SimulateContradictReportReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link contradictReport} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const report = { value: 31n, distance: 0n, status: 0, time: offer.ends }
 * const message = { reportTrigger, listing: 1n, key: getQuoteKey(offer), report }
 * const signatures = [{ signer: alice, signature: await signReport(wallet, message) }]
 * const call = prepareContradictReport({ reportTrigger, listing: 1n, event: offer, report, signatures })
 */
export function prepareContradictReport(
  parameters: PrepareContradictReportParameters,
): PrepareContradictReportReturnType {
  return prepare(toCall(parameters))
}

function toCall({ reportTrigger, listing, event, report, signatures }: PrepareContradictReportParameters) {
  return {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'contradict',
    args: [listing, toEvent(event), toReport(report), toSignatures(signatures)],
  } as const
}
