import { type Account, type Address, type Chain, type Client, type Hash, stringToHex, type Transport } from 'viem'
import { frozenTriggerAbi } from '../../abis/frozenTriggerAbi.ts'
import { toFrozenConfig } from '../../internal/toFrozenConfig.ts'
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
import type { FrozenConfig } from '../../types/reading.ts'

/** What {@link prepareCreateFrozenListing} takes. */
export type PrepareCreateFrozenListingParameters = {
  /** The address of `FrozenTrigger`. */
  frozenTrigger: Address
  /** What the listing fixes for ever; its adjudicator is the trigger. */
  terms: Terms
  /** The text of the terms, at most 24,576 bytes of UTF-8. */
  wording: string
  /** What the trigger watches. */
  config: FrozenConfig
}

/** What {@link createFrozenListing} takes. */
export type CreateFrozenListingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCreateFrozenListingParameters

/** The hash of the transaction. */
export type CreateFrozenListingReturnType = Hash

/** What {@link createFrozenListing} can fail with. */
export type CreateFrozenListingErrorType = WriteErrorType

/** What {@link simulateCreateFrozenListing} takes. */
export type SimulateCreateFrozenListingParameters = SimulateOptions & PrepareCreateFrozenListingParameters

/** What {@link simulateCreateFrozenListing} returns. */
export type SimulateCreateFrozenListingReturnType = SimulateReturnType<bigint>

/** What {@link simulateCreateFrozenListing} can fail with. */
export type SimulateCreateFrozenListingErrorType = SimulateErrorType

/** What {@link prepareCreateFrozenListing} returns. */
export type PrepareCreateFrozenListingReturnType = PreparedCall

/**
 * Creates a listing whose incidents a state proves that keeps people from their money. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @throws {NoReadingError} if the contract that is to be watched does not answer.
 * @example
 * const wording = 'Pays 30 % if 100,000 cannot be withdrawn for three days.'
 * const span = { ratio: 3n * 10n ** 17n, persistence: 259_200n, gap: 43_200n }
 * const config = { kind: 'maxWithdraw', target: vault, account: alice, amount: 100_000_000_000n, ...span } as const
 * const hash = await createFrozenListing(wallet, { frozenTrigger, terms, wording, config })
 */
export async function createFrozenListing<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CreateFrozenListingParameters<chain, account>,
): Promise<CreateFrozenListingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link createFrozenListing} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the listing; `request`: the call to send.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @throws {NoReadingError} if the contract that is to be watched does not answer.
 * @example
 * const wording = 'Pays 30 % if 100,000 cannot be withdrawn for three days.'
 * const span = { ratio: 3n * 10n ** 17n, persistence: 259_200n, gap: 43_200n }
 * const config = { kind: 'maxWithdraw', target: vault, account: alice, amount: 100_000_000_000n, ...span } as const
 * const { result, request } = await simulateCreateFrozenListing(client, { frozenTrigger, terms, wording, config })
 */
export async function simulateCreateFrozenListing<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCreateFrozenListingParameters,
): Promise<SimulateCreateFrozenListingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link createFrozenListing} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const wording = 'Pays 30 % if 100,000 cannot be withdrawn for three days.'
 * const span = { ratio: 3n * 10n ** 17n, persistence: 259_200n, gap: 43_200n }
 * const config = { kind: 'maxWithdraw', target: vault, account: alice, amount: 100_000_000_000n, ...span } as const
 * const call = prepareCreateFrozenListing({ frozenTrigger, terms, wording, config })
 */
export function prepareCreateFrozenListing(
  parameters: PrepareCreateFrozenListingParameters,
): PrepareCreateFrozenListingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ frozenTrigger, terms, wording, config }: PrepareCreateFrozenListingParameters) {
  return {
    abi: frozenTriggerAbi,
    address: frozenTrigger,
    functionName: 'createListing',
    args: [toTerms(terms), stringToHex(wording), toFrozenConfig(config)],
  } as const
}
