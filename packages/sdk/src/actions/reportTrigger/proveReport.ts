import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
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

/** What {@link prepareProveReport} takes. */
export type PrepareProveReportParameters = {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** Listing number. */
  listing: bigint
  /** The event, as the quote named it. */
  event: InsuredEvent
  /** A pool that has sold cover on this event. */
  pool: Address
  /** Wei to send along: the trigger fee of `getIncidentBounds`. It is credited back at once. */
  fee: bigint
}

/** What {@link proveReport} takes. */
export type ProveReportParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareProveReportParameters

/** The hash of the transaction. */
export type ProveReportReturnType = Hash

/** What {@link proveReport} can fail with. */
export type ProveReportErrorType = WriteErrorType

/** What {@link simulateProveReport} takes. */
export type SimulateProveReportParameters = SimulateOptions & PrepareProveReportParameters

/** What {@link simulateProveReport} returns. */
export type SimulateProveReportReturnType = SimulateReturnType<{ incident: bigint; ratio: bigint }>

/** What {@link simulateProveReport} can fail with. */
export type SimulateProveReportErrorType = SimulateErrorType

/** What {@link prepareProveReport} returns. */
export type PrepareProveReportReturnType = PreparedCall

/**
 * Opens the incident of a report that stands and reaches a step of the table, and rules. Anyone may call it, once for each
 * event.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotReportedError} if no report is recorded, or it was ruled on.
 * @throws {ChallengeOpenError} if it can still be contradicted.
 * @throws {NotALossError} if it reaches no step of the table.
 * @throws {NeverSoldError} if that pool never sold cover on it.
 * @throws {LossTimeOutOfBoundsError} if the loss lies before the grace period.
 * @throws {WrongFeeError} if the fee is another.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const hash = await proveReport(wallet, { reportTrigger, listing: 1n, event: offer, pool, fee })
 */
export async function proveReport<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ProveReportParameters<chain, account>,
): Promise<ProveReportReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link proveReport} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the incident, and the loss ratio granted, WAD; `request`: the call to send.
 * @throws {NotReportedError} if no report is recorded, or it was ruled on.
 * @throws {ChallengeOpenError} if it can still be contradicted.
 * @throws {NotALossError} if it reaches no step of the table.
 * @throws {NeverSoldError} if that pool never sold cover on it.
 * @throws {LossTimeOutOfBoundsError} if the loss lies before the grace period.
 * @throws {WrongFeeError} if the fee is another.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const { result, request } = await simulateProveReport(client, { reportTrigger, listing: 1n, event: offer, pool, fee })
 */
export async function simulateProveReport<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateProveReportParameters,
): Promise<SimulateProveReportReturnType> {
  const {
    result: [incident, ratio],
    request,
  } = await simulate(client, parameters, toCall(parameters))
  return { result: { incident, ratio }, request }
}

/**
 * Encodes {@link proveReport} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const call = prepareProveReport({ reportTrigger, listing: 1n, event: offer, pool, fee })
 */
export function prepareProveReport(parameters: PrepareProveReportParameters): PrepareProveReportReturnType {
  return prepare(toCall(parameters))
}

function toCall({ reportTrigger, listing, event, pool, fee }: PrepareProveReportParameters) {
  return {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'prove',
    args: [listing, toEvent(event), pool],
    value: fee,
  } as const
}
