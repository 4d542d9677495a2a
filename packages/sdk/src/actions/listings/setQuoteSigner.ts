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

/** What {@link prepareSetQuoteSigner} takes. */
export type PrepareSetQuoteSignerParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** The signer. */
  signer: Address
  /** Whether it may sign quotes. */
  approved: boolean
}

/** What {@link setQuoteSigner} takes. */
export type SetQuoteSignerParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetQuoteSignerParameters

/** The hash of the transaction. */
export type SetQuoteSignerReturnType = Hash

/** What {@link setQuoteSigner} can fail with. */
export type SetQuoteSignerErrorType = WriteErrorType

/** What {@link simulateSetQuoteSigner} takes. */
export type SimulateSetQuoteSignerParameters = SimulateOptions & PrepareSetQuoteSignerParameters

/** What {@link simulateSetQuoteSigner} returns. */
export type SimulateSetQuoteSignerReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetQuoteSigner} can fail with. */
export type SimulateSetQuoteSignerErrorType = SimulateErrorType

/** What {@link prepareSetQuoteSigner} returns. */
export type PrepareSetQuoteSignerReturnType = PreparedCall

/**
 * Admits or dismisses a signer of quotes. Role: REGISTRAR.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {ZeroAddressError} if it is the zero address.
 * @example
 * const hash = await setQuoteSigner(wallet, { listings, signer: bob, approved: true })
 */
export async function setQuoteSigner<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetQuoteSignerParameters<chain, account>,
): Promise<SetQuoteSignerReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setQuoteSigner} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {ZeroAddressError} if it is the zero address.
 * @example
 * const { request } = await simulateSetQuoteSigner(client, { listings, signer: bob, approved: true })
 */
export async function simulateSetQuoteSigner<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetQuoteSignerParameters,
): Promise<SimulateSetQuoteSignerReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setQuoteSigner} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetQuoteSigner({ listings, signer: bob, approved: true })
 */
export function prepareSetQuoteSigner(parameters: PrepareSetQuoteSignerParameters): PrepareSetQuoteSignerReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, signer, approved }: PrepareSetQuoteSignerParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'setQuoteSigner', args: [signer, approved] } as const
}
