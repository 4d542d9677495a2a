import { type Account, type Address, type Chain, type Client, type Hash, stringToHex, type Transport } from 'viem'
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
import { lossProofKinds, type Terms } from '../../types/listing.ts'
import { type TriggerConfig, triggerDirections } from '../../types/trigger.ts'

/** What {@link prepareCreateTriggerListing} takes. */
export type PrepareCreateTriggerListingParameters = {
  /** The address of `PriceFeedTrigger`. */
  priceFeedTrigger: Address
  /** What the listing fixes for ever; its adjudicator is the trigger. */
  terms: Terms
  /** The text of the terms, at most 24,576 bytes of UTF-8. */
  wording: string
  /** What the trigger watches. */
  config: TriggerConfig
}

/** What {@link createTriggerListing} takes. */
export type CreateTriggerListingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCreateTriggerListingParameters

/** The hash of the transaction. */
export type CreateTriggerListingReturnType = Hash

/** What {@link createTriggerListing} can fail with. */
export type CreateTriggerListingErrorType = WriteErrorType

/** What {@link simulateCreateTriggerListing} takes. */
export type SimulateCreateTriggerListingParameters = SimulateOptions & PrepareCreateTriggerListingParameters

/** What {@link simulateCreateTriggerListing} returns. */
export type SimulateCreateTriggerListingReturnType = SimulateReturnType<bigint>

/** What {@link simulateCreateTriggerListing} can fail with. */
export type SimulateCreateTriggerListingErrorType = SimulateErrorType

/** What {@link prepareCreateTriggerListing} returns. */
export type PrepareCreateTriggerListingReturnType = PreparedCall

/**
 * Creates a listing whose incidents a price feed rules. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @throws {LevelOutsideFeedError} if the feed can never report such a price.
 * @example
 * const wording = 'Pays if the price stays below 0.95 for a day.'
 * const hash = await createTriggerListing(wallet, { priceFeedTrigger, terms, wording, config })
 */
export async function createTriggerListing<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CreateTriggerListingParameters<chain, account>,
): Promise<CreateTriggerListingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link createTriggerListing} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the listing; `request`: the call to send.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @throws {LevelOutsideFeedError} if the feed can never report such a price.
 * @example
 * const wording = 'Pays if the price stays below 0.95 for a day.'
 * const { result, request } = await simulateCreateTriggerListing(client, { priceFeedTrigger, terms, wording, config })
 */
export async function simulateCreateTriggerListing<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCreateTriggerListingParameters,
): Promise<SimulateCreateTriggerListingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link createTriggerListing} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const wording = 'Pays if the price stays below 0.95 for a day.'
 * const call = prepareCreateTriggerListing({ priceFeedTrigger, terms, wording, config })
 */
export function prepareCreateTriggerListing(
  parameters: PrepareCreateTriggerListingParameters,
): PrepareCreateTriggerListingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ priceFeedTrigger, terms, wording, config }: PrepareCreateTriggerListingParameters) {
  const listing = { ...terms, lossProof: lossProofKinds.indexOf(terms.lossProof) }
  const watched = { ...config, direction: triggerDirections.indexOf(config.direction) }
  return {
    abi: priceFeedTriggerAbi,
    address: priceFeedTrigger,
    functionName: 'createListing',
    args: [listing, stringToHex(wording), watched],
  } as const
}
