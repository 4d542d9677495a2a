import { type Account, type Address, type Chain, type Client, type Hash, stringToHex, type Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { toReportConfig } from '../../internal/toReportConfig.ts'
import { toTerms } from '../../internal/toTerms.ts'
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
import type { Terms } from '../../types/listing.ts'
import type { ReportConfig } from '../../types/report.ts'

/** What {@link prepareCreateReportListing} takes. */
export type PrepareCreateReportListingParameters = {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** What the listing fixes for ever; its adjudicator is the trigger. */
  terms: Terms
  /** The text of the terms, at most 24,576 bytes of UTF-8. */
  wording: string
  /** What the trigger watches. */
  config: ReportConfig
}

/** What {@link createReportListing} takes. */
export type CreateReportListingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCreateReportListingParameters

/** The hash of the transaction. */
export type CreateReportListingReturnType = Hash

/** What {@link createReportListing} can fail with. */
export type CreateReportListingErrorType = WriteErrorType

/** What {@link simulateCreateReportListing} takes. */
export type SimulateCreateReportListingParameters = SimulateOptions & PrepareCreateReportListingParameters

/** What {@link simulateCreateReportListing} returns. */
export type SimulateCreateReportListingReturnType = SimulateReturnType<bigint>

/** What {@link simulateCreateReportListing} can fail with. */
export type SimulateCreateReportListingErrorType = SimulateErrorType

/** What {@link prepareCreateReportListing} returns. */
export type PrepareCreateReportListingReturnType = PreparedCall

/**
 * Creates a keyed listing whose incidents reports on single events prove. Anyone may; a Functions subscription must be his.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @example
 * const wording = 'Pays half if a flight is 30 minutes late.'
 * const table = [{ minValue: 30n, maxDistance: 0n, status: 0, ratio: 5n * 10n ** 17n }]
 * const times = { longestEvent: 172_800n, window: 432_000n, table }
 * const signers = { members: [alice, bob], threshold: 2, rotator: alice, rotationDelay: 2_592_000n }
 * const config = { source: 'signers', signers, ...times } as const
 * const hash = await createReportListing(wallet, { reportTrigger, terms, wording, config })
 */
export async function createReportListing<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CreateReportListingParameters<chain, account>,
): Promise<CreateReportListingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link createReportListing} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the listing; `request`: the call to send.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @example
 * const wording = 'Pays half if a flight is 30 minutes late.'
 * const table = [{ minValue: 30n, maxDistance: 0n, status: 0, ratio: 5n * 10n ** 17n }]
 * const times = { longestEvent: 172_800n, window: 432_000n, table }
 * const signers = { members: [alice, bob], threshold: 2, rotator: alice, rotationDelay: 2_592_000n }
 * const config = { source: 'signers', signers, ...times } as const
 * const { result, request } = await simulateCreateReportListing(client, { reportTrigger, terms, wording, config })
 */
export async function simulateCreateReportListing<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCreateReportListingParameters,
): Promise<SimulateCreateReportListingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link createReportListing} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const wording = 'Pays half if a flight is 30 minutes late.'
 * const table = [{ minValue: 30n, maxDistance: 0n, status: 0, ratio: 5n * 10n ** 17n }]
 * const times = { longestEvent: 172_800n, window: 432_000n, table }
 * const signers = { members: [alice, bob], threshold: 2, rotator: alice, rotationDelay: 2_592_000n }
 * const config = { source: 'signers', signers, ...times } as const
 * const call = prepareCreateReportListing({ reportTrigger, terms, wording, config })
 */
export function prepareCreateReportListing(
  parameters: PrepareCreateReportListingParameters,
): PrepareCreateReportListingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ reportTrigger, terms, wording, config }: PrepareCreateReportListingParameters) {
  return {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'createListing',
    args: [toTerms(terms), stringToHex(wording), toReportConfig(config)],
  } as const
}
