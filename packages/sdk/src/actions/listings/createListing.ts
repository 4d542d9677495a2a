import { type Account, type Address, type Chain, type Client, type Hash, stringToHex, type Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
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

/** What {@link prepareCreateListing} takes. */
export type PrepareCreateListingParameters = Terms & {
  /** The address of `Listings`. */
  listings: Address
  /** The text of the terms, at most 24,576 bytes of UTF-8; kept in the event, its hash in the listing. */
  wording: string
}

/** What {@link createListing} takes. */
export type CreateListingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCreateListingParameters

/** The hash of the transaction. */
export type CreateListingReturnType = Hash

/** What {@link createListing} can fail with. */
export type CreateListingErrorType = WriteErrorType

/** What {@link simulateCreateListing} takes. */
export type SimulateCreateListingParameters = SimulateOptions & PrepareCreateListingParameters

/** What {@link simulateCreateListing} returns. */
export type SimulateCreateListingReturnType = SimulateReturnType<bigint>

/** What {@link simulateCreateListing} can fail with. */
export type SimulateCreateListingErrorType = SimulateErrorType

/** What {@link prepareCreateListing} returns. */
export type PrepareCreateListingReturnType = PreparedCall

/**
 * Creates a listing: fixes for ever what can be covered, and on which terms. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidTermsError} if a field is out of its bounds.
 * @throws {WordingLengthError} if the wording is empty or too long.
 * @example
 * const wording = 'Pays if the price stays below 0.95 for a day.'
 * const hash = await createListing(wallet, { listings, ...terms, wording })
 */
export async function createListing<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CreateListingParameters<chain, account>,
): Promise<CreateListingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link createListing} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the listing; `request`: the call to send.
 * @throws {InvalidTermsError} if a field is out of its bounds.
 * @throws {WordingLengthError} if the wording is empty or too long.
 * @example
 * const wording = 'Pays if the price stays below 0.95 for a day.'
 * const { result, request } = await simulateCreateListing(client, { listings, ...terms, wording })
 */
export async function simulateCreateListing<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCreateListingParameters,
): Promise<SimulateCreateListingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link createListing} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const wording = 'Pays if the price stays below 0.95 for a day.'
 * const call = prepareCreateListing({ listings, ...terms, wording })
 */
export function prepareCreateListing(parameters: PrepareCreateListingParameters): PrepareCreateListingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, wording, ...listing }: PrepareCreateListingParameters) {
  const terms = { ...listing, lossProof: lossProofKinds.indexOf(listing.lossProof) }
  return { abi: listingsAbi, address: listings, functionName: 'create', args: [terms, stringToHex(wording)] } as const
}
