import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { toEvent } from '../../internal/toReport.ts'
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
import type { InsuredEvent } from '../../types/report.ts'

/** What {@link prepareRequestReport} takes. */
export type PrepareRequestReportParameters = {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** Listing number. */
  listing: bigint
  /** The event, as the quote named it. */
  event: InsuredEvent
  /** What `event.facts` is the hash of, at most 255 bytes: see `encodeFacts`. */
  facts: Hex
  /** A pool that has sold cover on this event. */
  pool: Address
}

/** What {@link requestReport} takes. */
export type RequestReportParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRequestReportParameters

/** The hash of the transaction. */
export type RequestReportReturnType = Hash

/** What {@link requestReport} can fail with. */
export type RequestReportErrorType = WriteErrorType

/** What {@link simulateRequestReport} takes. */
export type SimulateRequestReportParameters = SimulateOptions & PrepareRequestReportParameters

/** What {@link simulateRequestReport} returns. */
export type SimulateRequestReportReturnType = SimulateReturnType<Hex>

/** What {@link simulateRequestReport} can fail with. */
export type SimulateRequestReportErrorType = SimulateErrorType

/** What {@link prepareRequestReport} returns. */
export type PrepareRequestReportReturnType = PreparedCall

/**
 * Asks the Functions network of a listing for the report on an event that is over. Anyone may, once an hour, until there
 * is one.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {WrongSourceError} if reports of the listing come from signers.
 * @throws {FactsMismatchError} if these are not the facts of the event.
 * @throws {EventNotOverError} if the event is not over.
 * @throws {WindowClosedError} if the window for reports has closed.
 * @throws {NeverSoldError} if that pool never sold cover on it.
 * @throws {AlreadyReportedError} if there is a report.
 * @throws {RequestTooSoonError} if it was asked for less than an hour ago.
 * @example
 * const facts = encodeFacts({ kind: 'flight', flight: 'BA117', from: 'LHR', to: 'JFK', date: '2027-02-01' })
 * const hash = await requestReport(wallet, { reportTrigger, listing: 1n, event: offer, facts, pool })
 */
export async function requestReport<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RequestReportParameters<chain, account>,
): Promise<RequestReportReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link requestReport} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the request; `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {WrongSourceError} if reports of the listing come from signers.
 * @throws {FactsMismatchError} if these are not the facts of the event.
 * @throws {EventNotOverError} if the event is not over.
 * @throws {WindowClosedError} if the window for reports has closed.
 * @throws {NeverSoldError} if that pool never sold cover on it.
 * @throws {AlreadyReportedError} if there is a report.
 * @throws {RequestTooSoonError} if it was asked for less than an hour ago.
 * @example
 * const facts = encodeFacts({ kind: 'flight', flight: 'BA117', from: 'LHR', to: 'JFK', date: '2027-02-01' })
 * const { result, request } = await simulateRequestReport(client, { reportTrigger, listing: 1n, event: offer, facts, pool })
 */
export async function simulateRequestReport<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRequestReportParameters,
): Promise<SimulateRequestReportReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link requestReport} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const facts = encodeFacts({ kind: 'flight', flight: 'BA117', from: 'LHR', to: 'JFK', date: '2027-02-01' })
 * const call = prepareRequestReport({ reportTrigger, listing: 1n, event: offer, facts, pool })
 */
export function prepareRequestReport(parameters: PrepareRequestReportParameters): PrepareRequestReportReturnType {
  return prepare(toCall(parameters))
}

function toCall({ reportTrigger, listing, event, facts, pool }: PrepareRequestReportParameters) {
  return {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'request',
    args: [listing, toEvent(event), facts, pool],
  } as const
}
