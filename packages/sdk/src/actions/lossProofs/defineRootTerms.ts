import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { toRootTerms } from '../../internal/toRootTerms.ts'
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
import type { RootTerms } from '../../types/leaf.ts'

/** What {@link prepareDefineRootTerms} takes. */
export type PrepareDefineRootTermsParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** What the losses are worth that a ruled root lists. */
  terms: RootTerms
}

/** What {@link defineRootTerms} takes. */
export type DefineRootTermsParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareDefineRootTermsParameters

/** The hash of the transaction. */
export type DefineRootTermsReturnType = Hash

/** What {@link defineRootTerms} can fail with. */
export type DefineRootTermsErrorType = WriteErrorType

/** What {@link simulateDefineRootTerms} takes. */
export type SimulateDefineRootTermsParameters = SimulateOptions & PrepareDefineRootTermsParameters

/** What {@link simulateDefineRootTerms} returns. */
export type SimulateDefineRootTermsReturnType = SimulateReturnType<Hex>

/** What {@link simulateDefineRootTerms} can fail with. */
export type SimulateDefineRootTermsErrorType = SimulateErrorType

/** What {@link prepareDefineRootTerms} returns. */
export type PrepareDefineRootTermsReturnType = PreparedCall

/**
 * Defines terms for losses that a root lists, whose id a listing names; does nothing if they are defined. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidProofTermsError} if a field is out of its bounds, or the feed is stale.
 * @example
 * const terms = { asset, value: 10n ** 18n }
 * const hash = await defineRootTerms(wallet, { lossProofs, terms })
 */
export async function defineRootTerms<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: DefineRootTermsParameters<chain, account>,
): Promise<DefineRootTermsReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link defineRootTerms} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: their id; `request`: the call to send.
 * @throws {InvalidProofTermsError} if a field is out of its bounds, or the feed is stale.
 * @example
 * const terms = { asset, value: 10n ** 18n }
 * const { result, request } = await simulateDefineRootTerms(client, { lossProofs, terms })
 */
export async function simulateDefineRootTerms<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateDefineRootTermsParameters,
): Promise<SimulateDefineRootTermsReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link defineRootTerms} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const terms = { asset, value: 10n ** 18n }
 * const call = prepareDefineRootTerms({ lossProofs, terms })
 */
export function prepareDefineRootTerms(parameters: PrepareDefineRootTermsParameters): PrepareDefineRootTermsReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, terms }: PrepareDefineRootTermsParameters) {
  return {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'defineRootTerms',
    args: [toRootTerms(terms)],
  } as const
}
