import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
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

/** What {@link prepareDismissQuoteSigner} takes. */
export type PrepareDismissQuoteSignerParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** Who signs quotes. */
  signer: Address
}

/** What {@link dismissQuoteSigner} takes. */
export type DismissQuoteSignerParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareDismissQuoteSignerParameters

/** The hash of the transaction. */
export type DismissQuoteSignerReturnType = Hash

/** What {@link dismissQuoteSigner} can fail with. */
export type DismissQuoteSignerErrorType = WriteErrorType

/** What {@link simulateDismissQuoteSigner} takes. */
export type SimulateDismissQuoteSignerParameters = SimulateOptions & PrepareDismissQuoteSignerParameters

/** What {@link simulateDismissQuoteSigner} returns. */
export type SimulateDismissQuoteSignerReturnType = SimulateReturnType<undefined>

/** What {@link simulateDismissQuoteSigner} can fail with. */
export type SimulateDismissQuoteSignerErrorType = SimulateErrorType

/** What {@link prepareDismissQuoteSigner} returns. */
export type PrepareDismissQuoteSignerReturnType = PreparedCall

/**
 * Dismisses a signer of quotes. Role: RISK_REDUCER.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {AccessManagerNotScheduledError} if it was not scheduled ahead.
 * @example
 * const hash = await dismissQuoteSigner(wallet, { listings, signer: bob })
 */
export async function dismissQuoteSigner<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: DismissQuoteSignerParameters<chain, account>,
): Promise<DismissQuoteSignerReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link dismissQuoteSigner} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {AccessManagerNotScheduledError} if it was not scheduled ahead.
 * @example
 * const { request } = await simulateDismissQuoteSigner(client, { listings, signer: bob })
 */
export async function simulateDismissQuoteSigner<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateDismissQuoteSignerParameters,
): Promise<SimulateDismissQuoteSignerReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link dismissQuoteSigner} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareDismissQuoteSigner({ listings, signer: bob })
 */
export function prepareDismissQuoteSigner(
  parameters: PrepareDismissQuoteSignerParameters,
): PrepareDismissQuoteSignerReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, signer }: PrepareDismissQuoteSignerParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'dismissQuoteSigner', args: [signer] } as const
}
