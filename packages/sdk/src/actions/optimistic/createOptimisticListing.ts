import { type Account, type Address, type Chain, type Client, type Hash, stringToHex, type Transport } from 'viem'
import { optimisticAbi } from '../../abis/optimisticAbi.ts'
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
import type { OptimisticConfig } from '../../types/optimistic.ts'

/** What {@link prepareCreateOptimisticListing} takes. */
export type PrepareCreateOptimisticListingParameters = {
  /** The address of `Optimistic`. */
  optimistic: Address
  /** What the listing fixes for ever; its adjudicator is `Optimistic`. */
  terms: Terms
  /** The text of the terms, at most 24,576 bytes of UTF-8. */
  wording: string
  /** How UMA is asked. */
  config: OptimisticConfig
}

/** What {@link createOptimisticListing} takes. */
export type CreateOptimisticListingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCreateOptimisticListingParameters

/** The hash of the transaction. */
export type CreateOptimisticListingReturnType = Hash

/** What {@link createOptimisticListing} can fail with. */
export type CreateOptimisticListingErrorType = WriteErrorType

/** What {@link simulateCreateOptimisticListing} takes. */
export type SimulateCreateOptimisticListingParameters = SimulateOptions & PrepareCreateOptimisticListingParameters

/** What {@link simulateCreateOptimisticListing} returns. */
export type SimulateCreateOptimisticListingReturnType = SimulateReturnType<bigint>

/** What {@link simulateCreateOptimisticListing} can fail with. */
export type SimulateCreateOptimisticListingErrorType = SimulateErrorType

/** What {@link prepareCreateOptimisticListing} returns. */
export type PrepareCreateOptimisticListingReturnType = PreparedCall

/**
 * Creates a listing whose incidents are ruled by what UMA's optimistic oracle lets stand, or its vote upholds. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @example
 * const wording = 'Pays if the exchange stops withdrawals for three days.'
 * const bonds = { bond: 1_000_000_000n, maxBond: 10_000_000_000n, liveness: 172_800n }
 * const config = { currency: asset, ...bonds }
 * const hash = await createOptimisticListing(wallet, { optimistic, terms, wording, config })
 */
export async function createOptimisticListing<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CreateOptimisticListingParameters<chain, account>,
): Promise<CreateOptimisticListingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link createOptimisticListing} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the listing; `request`: the call to send.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @example
 * const wording = 'Pays if the exchange stops withdrawals for three days.'
 * const bonds = { bond: 1_000_000_000n, maxBond: 10_000_000_000n, liveness: 172_800n }
 * const config = { currency: asset, ...bonds }
 * const { result, request } = await simulateCreateOptimisticListing(client, { optimistic, terms, wording, config })
 */
export async function simulateCreateOptimisticListing<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCreateOptimisticListingParameters,
): Promise<SimulateCreateOptimisticListingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link createOptimisticListing} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const wording = 'Pays if the exchange stops withdrawals for three days.'
 * const bonds = { bond: 1_000_000_000n, maxBond: 10_000_000_000n, liveness: 172_800n }
 * const config = { currency: asset, ...bonds }
 * const call = prepareCreateOptimisticListing({ optimistic, terms, wording, config })
 */
export function prepareCreateOptimisticListing(
  parameters: PrepareCreateOptimisticListingParameters,
): PrepareCreateOptimisticListingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ optimistic, terms, wording, config }: PrepareCreateOptimisticListingParameters) {
  return {
    abi: optimisticAbi,
    address: optimistic,
    functionName: 'createListing',
    args: [toTerms(terms), stringToHex(wording), config],
  } as const
}
