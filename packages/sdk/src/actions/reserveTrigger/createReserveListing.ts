import { type Account, type Address, type Chain, type Client, type Hash, stringToHex, type Transport } from 'viem'
import { reserveTriggerAbi } from '../../abis/reserveTriggerAbi.ts'
import { toReserveConfig } from '../../internal/toReserveConfig.ts'
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
import type { ReserveConfig } from '../../types/reading.ts'

/** What {@link prepareCreateReserveListing} takes. */
export type PrepareCreateReserveListingParameters = {
  /** The address of `ReserveTrigger`. */
  reserveTrigger: Address
  /** What the listing fixes for ever; its adjudicator is the trigger. */
  terms: Terms
  /** The text of the terms, at most 24,576 bytes of UTF-8. */
  wording: string
  /** What the trigger watches. */
  config: ReserveConfig
}

/** What {@link createReserveListing} takes. */
export type CreateReserveListingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCreateReserveListingParameters

/** The hash of the transaction. */
export type CreateReserveListingReturnType = Hash

/** What {@link createReserveListing} can fail with. */
export type CreateReserveListingErrorType = WriteErrorType

/** What {@link simulateCreateReserveListing} takes. */
export type SimulateCreateReserveListingParameters = SimulateOptions & PrepareCreateReserveListingParameters

/** What {@link simulateCreateReserveListing} returns. */
export type SimulateCreateReserveListingReturnType = SimulateReturnType<bigint>

/** What {@link simulateCreateReserveListing} can fail with. */
export type SimulateCreateReserveListingErrorType = SimulateErrorType

/** What {@link prepareCreateReserveListing} returns. */
export type PrepareCreateReserveListingReturnType = PreparedCall

/**
 * Creates a listing whose incidents a protocol's own state proves: what should back its token is not there. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @throws {NoReadingError} if the contract that is to be watched does not answer.
 * @example
 * const wording = 'Pays what the reserves lack, if they lack it for 26 hours.'
 * const levels = { strike: 5n * 10n ** 16n, recovery: 2n * 10n ** 16n, warning: 10n ** 16n, persistence: 93_600n }
 * const watched = { token: asset, source: feed, leastSupply: 100n * 10n ** 8n, heartbeat: 86_400n, levels }
 * const config = { kind: 'proofOfReserve', ...watched } as const
 * const hash = await createReserveListing(wallet, { reserveTrigger, terms, wording, config })
 */
export async function createReserveListing<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CreateReserveListingParameters<chain, account>,
): Promise<CreateReserveListingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link createReserveListing} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the listing; `request`: the call to send.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @throws {NoReadingError} if the contract that is to be watched does not answer.
 * @example
 * const wording = 'Pays what the reserves lack, if they lack it for 26 hours.'
 * const levels = { strike: 5n * 10n ** 16n, recovery: 2n * 10n ** 16n, warning: 10n ** 16n, persistence: 93_600n }
 * const watched = { token: asset, source: feed, leastSupply: 100n * 10n ** 8n, heartbeat: 86_400n, levels }
 * const config = { kind: 'proofOfReserve', ...watched } as const
 * const { result, request } = await simulateCreateReserveListing(client, { reserveTrigger, terms, wording, config })
 */
export async function simulateCreateReserveListing<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCreateReserveListingParameters,
): Promise<SimulateCreateReserveListingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link createReserveListing} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const wording = 'Pays what the reserves lack, if they lack it for 26 hours.'
 * const levels = { strike: 5n * 10n ** 16n, recovery: 2n * 10n ** 16n, warning: 10n ** 16n, persistence: 93_600n }
 * const watched = { token: asset, source: feed, leastSupply: 100n * 10n ** 8n, heartbeat: 86_400n, levels }
 * const config = { kind: 'proofOfReserve', ...watched } as const
 * const call = prepareCreateReserveListing({ reserveTrigger, terms, wording, config })
 */
export function prepareCreateReserveListing(
  parameters: PrepareCreateReserveListingParameters,
): PrepareCreateReserveListingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ reserveTrigger, terms, wording, config }: PrepareCreateReserveListingParameters) {
  return {
    abi: reserveTriggerAbi,
    address: reserveTrigger,
    functionName: 'createListing',
    args: [toTerms(terms), stringToHex(wording), toReserveConfig(config)],
  } as const
}
