import { type Account, type Address, type Chain, type Client, type Hash, stringToHex, type Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
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
import type { CourtConfig } from '../../types/court.ts'
import type { Terms } from '../../types/listing.ts'

/** What {@link prepareCreateCourtListing} takes. */
export type PrepareCreateCourtListingParameters = {
  /** The address of `Court`. */
  court: Address
  /** What the listing fixes for ever; its adjudicator is the court. */
  terms: Terms
  /** The text of the terms, at most 24,576 bytes of UTF-8. */
  wording: string
  /** Reference that readers of ERC-1497 show beside a dispute. */
  metaEvidence: string
  /** Who hears its appeals. */
  config: CourtConfig
}

/** What {@link createCourtListing} takes. */
export type CreateCourtListingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCreateCourtListingParameters

/** The hash of the transaction. */
export type CreateCourtListingReturnType = Hash

/** What {@link createCourtListing} can fail with. */
export type CreateCourtListingErrorType = WriteErrorType

/** What {@link simulateCreateCourtListing} takes. */
export type SimulateCreateCourtListingParameters = SimulateOptions & PrepareCreateCourtListingParameters

/** What {@link simulateCreateCourtListing} returns. */
export type SimulateCreateCourtListingReturnType = SimulateReturnType<bigint>

/** What {@link simulateCreateCourtListing} can fail with. */
export type SimulateCreateCourtListingErrorType = SimulateErrorType

/** What {@link prepareCreateCourtListing} returns. */
export type PrepareCreateCourtListingReturnType = PreparedCall

/**
 * Creates a listing that the court judges, under the parameters now in force. Anyone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidConfigError} if a field of the configuration is out of its bounds, or the listing takes no
 * assertions.
 * @throws {InvalidTermsError} if the terms are.
 * @throws {WordingLengthError} if the wording is empty or too long.
 * @example
 * const hash = await createCourtListing(wallet, { court, terms, wording: 'Key theft.', metaEvidence: 'ipfs://x', config: appeals })
 */
export async function createCourtListing<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CreateCourtListingParameters<chain, account>,
): Promise<CreateCourtListingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link createCourtListing} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the listing; `request`: the call to send.
 * @throws {InvalidConfigError} if a field of the configuration is out of its bounds, or the listing takes no
 * assertions.
 * @throws {InvalidTermsError} if the terms are.
 * @throws {WordingLengthError} if the wording is empty or too long.
 * @example
 * const { request } = await simulateCreateCourtListing(client, { court, terms, wording: 'Key theft.', metaEvidence: 'ipfs://x', config: appeals })
 */
export async function simulateCreateCourtListing<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCreateCourtListingParameters,
): Promise<SimulateCreateCourtListingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link createCourtListing} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCreateCourtListing({ court, terms, wording: 'Key theft.', metaEvidence: 'ipfs://x', config: appeals })
 */
export function prepareCreateCourtListing(
  parameters: PrepareCreateCourtListingParameters,
): PrepareCreateCourtListingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, terms, wording, metaEvidence, config }: PrepareCreateCourtListingParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'createListing',
    args: [toTerms(terms), stringToHex(wording), metaEvidence, config],
  } as const
}
