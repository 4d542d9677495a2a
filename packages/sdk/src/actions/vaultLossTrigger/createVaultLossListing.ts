import { type Account, type Address, type Chain, type Client, type Hash, stringToHex, type Transport } from 'viem'
import { vaultLossTriggerAbi } from '../../abis/vaultLossTriggerAbi.ts'
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
import type { VaultLossConfig } from '../../types/reading.ts'

/** What {@link prepareCreateVaultLossListing} takes. */
export type PrepareCreateVaultLossListingParameters = {
  /** The address of `VaultLossTrigger`. */
  vaultLossTrigger: Address
  /** What the listing fixes for ever; its adjudicator is the trigger. */
  terms: Terms
  /** The text of the terms, at most 24,576 bytes of UTF-8. */
  wording: string
  /** What the trigger watches. */
  config: VaultLossConfig
}

/** What {@link createVaultLossListing} takes. */
export type CreateVaultLossListingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCreateVaultLossListingParameters

/** The hash of the transaction. */
export type CreateVaultLossListingReturnType = Hash

/** What {@link createVaultLossListing} can fail with. */
export type CreateVaultLossListingErrorType = WriteErrorType

/** What {@link simulateCreateVaultLossListing} takes. */
export type SimulateCreateVaultLossListingParameters = SimulateOptions & PrepareCreateVaultLossListingParameters

/** What {@link simulateCreateVaultLossListing} returns. */
export type SimulateCreateVaultLossListingReturnType = SimulateReturnType<bigint>

/** What {@link simulateCreateVaultLossListing} can fail with. */
export type SimulateCreateVaultLossListingErrorType = SimulateErrorType

/** What {@link prepareCreateVaultLossListing} returns. */
export type PrepareCreateVaultLossListingReturnType = PreparedCall

/**
 * Creates a listing whose incidents the share price of an ERC-4626 vault proves. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @throws {NoReadingError} if the contract that is to be watched does not answer.
 * @throws {GasTooLowError} if too little gas is left to see whether the vault keeps its losses apart.
 * @example
 * const wording = 'Pays what a share has lost for twelve hours.'
 * const levels = { strike: 5n * 10n ** 16n, recovery: 2n * 10n ** 16n, warning: 10n ** 16n, persistence: 43_200n }
 * const config = { vault, leastShares: 10n ** 21n, levels }
 * const hash = await createVaultLossListing(wallet, { vaultLossTrigger, terms, wording, config })
 */
export async function createVaultLossListing<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CreateVaultLossListingParameters<chain, account>,
): Promise<CreateVaultLossListingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link createVaultLossListing} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the listing; `request`: the call to send.
 * @throws {InvalidConfigError} if a field of the configuration or of the terms is out of its bounds.
 * @throws {InvalidTermsError} if `Listings` refuses a field of the terms.
 * @throws {NoReadingError} if the contract that is to be watched does not answer.
 * @throws {GasTooLowError} if too little gas is left to see whether the vault keeps its losses apart.
 * @example
 * const wording = 'Pays what a share has lost for twelve hours.'
 * const levels = { strike: 5n * 10n ** 16n, recovery: 2n * 10n ** 16n, warning: 10n ** 16n, persistence: 43_200n }
 * const config = { vault, leastShares: 10n ** 21n, levels }
 * const { result, request } = await simulateCreateVaultLossListing(client, { vaultLossTrigger, terms, wording, config })
 */
export async function simulateCreateVaultLossListing<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCreateVaultLossListingParameters,
): Promise<SimulateCreateVaultLossListingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link createVaultLossListing} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const wording = 'Pays what a share has lost for twelve hours.'
 * const levels = { strike: 5n * 10n ** 16n, recovery: 2n * 10n ** 16n, warning: 10n ** 16n, persistence: 43_200n }
 * const config = { vault, leastShares: 10n ** 21n, levels }
 * const call = prepareCreateVaultLossListing({ vaultLossTrigger, terms, wording, config })
 */
export function prepareCreateVaultLossListing(
  parameters: PrepareCreateVaultLossListingParameters,
): PrepareCreateVaultLossListingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ vaultLossTrigger, terms, wording, config }: PrepareCreateVaultLossListingParameters) {
  return {
    abi: vaultLossTriggerAbi,
    address: vaultLossTrigger,
    functionName: 'createListing',
    args: [toTerms(terms), stringToHex(wording), config],
  } as const
}
