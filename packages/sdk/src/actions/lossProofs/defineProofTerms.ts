import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { toProofTerms } from '../../internal/toProofTerms.ts'
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
import type { ProofTerms } from '../../types/proof.ts'

/** What {@link prepareDefineProofTerms} takes. */
export type PrepareDefineProofTermsParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** What a listing asks to be proven. */
  terms: ProofTerms
}

/** What {@link defineProofTerms} takes. */
export type DefineProofTermsParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareDefineProofTermsParameters

/** The hash of the transaction. */
export type DefineProofTermsReturnType = Hash

/** What {@link defineProofTerms} can fail with. */
export type DefineProofTermsErrorType = WriteErrorType

/** What {@link simulateDefineProofTerms} takes. */
export type SimulateDefineProofTermsParameters = SimulateOptions & PrepareDefineProofTermsParameters

/** What {@link simulateDefineProofTerms} returns. */
export type SimulateDefineProofTermsReturnType = SimulateReturnType<Hex>

/** What {@link simulateDefineProofTerms} can fail with. */
export type SimulateDefineProofTermsErrorType = SimulateErrorType

/** What {@link prepareDefineProofTerms} returns. */
export type PrepareDefineProofTermsReturnType = PreparedCall

/**
 * Defines proof terms, whose id a listing names; does nothing if they are defined. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnsupportedChainError} if the chain lacks EIP-2935.
 * @throws {TokenNotRegisteredError} if the token was not registered.
 * @throws {TokenNotUsableError} if the token was not shown yet, or was retired.
 * @throws {InvalidProofTermsError} if a field is out of its bounds, or the feed is stale.
 * @example
 * const terms = { token: asset, value: 2n * 10n ** 18n }
 * const hash = await defineProofTerms(wallet, { lossProofs, terms })
 */
export async function defineProofTerms<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: DefineProofTermsParameters<chain, account>,
): Promise<DefineProofTermsReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link defineProofTerms} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: their id; `request`: the call to send.
 * @throws {UnsupportedChainError} if the chain lacks EIP-2935.
 * @throws {TokenNotRegisteredError} if the token was not registered.
 * @throws {TokenNotUsableError} if the token was not shown yet, or was retired.
 * @throws {InvalidProofTermsError} if a field is out of its bounds, or the feed is stale.
 * @example
 * const terms = { token: asset, value: 2n * 10n ** 18n }
 * const { result, request } = await simulateDefineProofTerms(client, { lossProofs, terms })
 */
export async function simulateDefineProofTerms<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateDefineProofTermsParameters,
): Promise<SimulateDefineProofTermsReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link defineProofTerms} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const terms = { token: asset, value: 2n * 10n ** 18n }
 * const call = prepareDefineProofTerms({ lossProofs, terms })
 */
export function prepareDefineProofTerms(
  parameters: PrepareDefineProofTermsParameters,
): PrepareDefineProofTermsReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, terms }: PrepareDefineProofTermsParameters) {
  return { abi: lossProofsAbi, address: lossProofs, functionName: 'defineTerms', args: [toProofTerms(terms)] } as const
}
