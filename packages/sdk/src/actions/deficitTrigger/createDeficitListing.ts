import { type Account, type Address, type Chain, type Client, type Hash, stringToHex, type Transport } from 'viem'
import { deficitTriggerAbi } from '../../abis/deficitTriggerAbi.ts'
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
import type { DeficitConfig } from '../../types/reading.ts'

/** What {@link prepareCreateDeficitListing} takes. */
export type PrepareCreateDeficitListingParameters = {
  /** The address of `DeficitTrigger`. */
  deficitTrigger: Address
  /** What the listing fixes for ever; its adjudicator is the trigger. */
  terms: Terms
  /** The text of the terms, at most 24,576 bytes of UTF-8. */
  wording: string
  /** What the trigger watches. */
  config: DeficitConfig
}

/** What {@link createDeficitListing} takes. */
export type CreateDeficitListingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCreateDeficitListingParameters

/** The hash of the transaction. */
export type CreateDeficitListingReturnType = Hash

/** What {@link createDeficitListing} can fail with. */
export type CreateDeficitListingErrorType = WriteErrorType

/** What {@link simulateCreateDeficitListing} takes. */
export type SimulateCreateDeficitListingParameters = SimulateOptions & PrepareCreateDeficitListingParameters

/** What {@link simulateCreateDeficitListing} returns. */
export type SimulateCreateDeficitListingReturnType = SimulateReturnType<bigint>

/** What {@link simulateCreateDeficitListing} can fail with. */
export type SimulateCreateDeficitListingErrorType = SimulateErrorType

/** What {@link prepareCreateDeficitListing} returns. */
export type PrepareCreateDeficitListingReturnType = PreparedCall

/**
 * Creates a listing whose incidents a lending market's own report of its bad debt proves. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @throws {NoReadingError} if the contract that is to be watched does not answer.
 * @example
 * const wording = 'Pays the bad debt above 10,000 that lasts for six hours.'
 * const amounts = { offset: 10_000_000_000n, warning: 1_000_000_000n, persistence: 21_600n }
 * const config = { market, asset, supplied, ...amounts }
 * const hash = await createDeficitListing(wallet, { deficitTrigger, terms, wording, config })
 */
export async function createDeficitListing<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CreateDeficitListingParameters<chain, account>,
): Promise<CreateDeficitListingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link createDeficitListing} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the listing; `request`: the call to send.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @throws {NoReadingError} if the contract that is to be watched does not answer.
 * @example
 * const wording = 'Pays the bad debt above 10,000 that lasts for six hours.'
 * const amounts = { offset: 10_000_000_000n, warning: 1_000_000_000n, persistence: 21_600n }
 * const config = { market, asset, supplied, ...amounts }
 * const { result, request } = await simulateCreateDeficitListing(client, { deficitTrigger, terms, wording, config })
 */
export async function simulateCreateDeficitListing<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCreateDeficitListingParameters,
): Promise<SimulateCreateDeficitListingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link createDeficitListing} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const wording = 'Pays the bad debt above 10,000 that lasts for six hours.'
 * const amounts = { offset: 10_000_000_000n, warning: 1_000_000_000n, persistence: 21_600n }
 * const config = { market, asset, supplied, ...amounts }
 * const call = prepareCreateDeficitListing({ deficitTrigger, terms, wording, config })
 */
export function prepareCreateDeficitListing(
  parameters: PrepareCreateDeficitListingParameters,
): PrepareCreateDeficitListingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ deficitTrigger, terms, wording, config }: PrepareCreateDeficitListingParameters) {
  return {
    abi: deficitTriggerAbi,
    address: deficitTrigger,
    functionName: 'createListing',
    args: [toTerms(terms), stringToHex(wording), config],
  } as const
}
