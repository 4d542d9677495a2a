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

/** What {@link prepareSubmitReport} takes. */
export type PrepareSubmitReportParameters = {
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

/** What {@link submitReport} takes. */
export type SubmitReportParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSubmitReportParameters

/** The hash of the transaction. */
export type SubmitReportReturnType = Hash

/** What {@link submitReport} can fail with. */
export type SubmitReportErrorType = WriteErrorType

/** What {@link simulateSubmitReport} takes. */
export type SimulateSubmitReportParameters = SimulateOptions & PrepareSubmitReportParameters

/** What {@link simulateSubmitReport} returns. */
export type SimulateSubmitReportReturnType = SimulateReturnType<undefined>

/** What {@link simulateSubmitReport} can fail with. */
export type SimulateSubmitReportErrorType = SimulateErrorType

/** What {@link prepareSubmitReport} returns. */
export type PrepareSubmitReportReturnType = PreparedCall

/**
 * Records a report that enough signers have signed; it stands after a day in which a contradiction suspends it. Anyone may
 * call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {WrongSourceError} if reports of the listing come from a Functions network.
 * @throws {EventNotOverError} if the event is not over.
 * @throws {WindowClosedError} if the window for reports has closed.
 * @throws {ReportTimeOutOfBoundsError} if the time of the report is not between the end of the event and now.
 * @throws {AlreadyReportedError} if there is a report.
 * @throws {NoSignersError} if there were no signers yet when the event began.
 * @throws {TooFewSignersError} if they are too few.
 * @throws {SignersNotAscendingError} if a signer is named twice.
 * @throws {UnknownSignerError} if a signature is not of the set in force, or of something else.
 * @throws {SignerIsStruckOffError} if one of them was struck off.
 * @example
 * const report = { value: 31n, distance: 0n, status: 0, time: offer.ends }
 * const message = { reportTrigger, listing: 1n, key: getQuoteKey(offer), report }
 * const signatures = [{ signer: alice, signature: await signReport(wallet, message) }]
 * const hash = await submitReport(wallet, { reportTrigger, listing: 1n, event: offer, report, signatures })
 */
export async function submitReport<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SubmitReportParameters<chain, account>,
): Promise<SubmitReportReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link submitReport} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {WrongSourceError} if reports of the listing come from a Functions network.
 * @throws {EventNotOverError} if the event is not over.
 * @throws {WindowClosedError} if the window for reports has closed.
 * @throws {ReportTimeOutOfBoundsError} if the time of the report is not between the end of the event and now.
 * @throws {AlreadyReportedError} if there is a report.
 * @throws {NoSignersError} if there were no signers yet when the event began.
 * @throws {TooFewSignersError} if they are too few.
 * @throws {SignersNotAscendingError} if a signer is named twice.
 * @throws {UnknownSignerError} if a signature is not of the set in force, or of something else.
 * @throws {SignerIsStruckOffError} if one of them was struck off.
 * @example
 * const report = { value: 31n, distance: 0n, status: 0, time: offer.ends }
 * const message = { reportTrigger, listing: 1n, key: getQuoteKey(offer), report }
 * const signatures = [{ signer: alice, signature: await signReport(wallet, message) }]
 * const { request } = await simulateSubmitReport(client, { reportTrigger, listing: 1n, event: offer, report, signatures })
 */
export async function simulateSubmitReport<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSubmitReportParameters,
): Promise<SimulateSubmitReportReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link submitReport} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const report = { value: 31n, distance: 0n, status: 0, time: offer.ends }
 * const message = { reportTrigger, listing: 1n, key: getQuoteKey(offer), report }
 * const signatures = [{ signer: alice, signature: await signReport(wallet, message) }]
 * const call = prepareSubmitReport({ reportTrigger, listing: 1n, event: offer, report, signatures })
 */
export function prepareSubmitReport(parameters: PrepareSubmitReportParameters): PrepareSubmitReportReturnType {
  return prepare(toCall(parameters))
}

function toCall({ reportTrigger, listing, event, report, signatures }: PrepareSubmitReportParameters) {
  return {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'submit',
    args: [listing, toEvent(event), toReport(report), toSignatures(signatures)],
  } as const
}
