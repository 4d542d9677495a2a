import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
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
  /** What is to be proven. */
  proofTerms: ProofTerms
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
 * Defines what a listing asks to be proven; once defined, it stays. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnsupportedChainError} if the chain keeps no history of block hashes.
 * @throws {TokenNotRegisteredError} if the token is not registered.
 * @throws {TokenNotUsableError} if the token was not shown, or is retired.
 * @throws {InvalidProofTermsError} if a field is out of bounds.
 * @example
 * const hash = await defineProofTerms(wallet, { lossProofs: proofs, proofTerms: { token: asset, value: 10n ** 18n, feed: zeroAddress, heartbeat: 0n, salvage: false } })
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
 * @returns `result`: id of the terms; `request`: the call to send.
 * @throws {UnsupportedChainError} if the chain keeps no history of block hashes.
 * @throws {TokenNotRegisteredError} if the token is not registered.
 * @throws {TokenNotUsableError} if the token was not shown, or is retired.
 * @throws {InvalidProofTermsError} if a field is out of bounds.
 * @example
 * const { result, request } = await simulateDefineProofTerms(client, { lossProofs: proofs, proofTerms: { token: asset, value: 10n ** 18n, feed: zeroAddress, heartbeat: 0n, salvage: false } })
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
 * const call = prepareDefineProofTerms({ lossProofs: proofs, proofTerms: { token: asset, value: 10n ** 18n, feed: zeroAddress, heartbeat: 0n, salvage: false } })
 */
export function prepareDefineProofTerms(
  parameters: PrepareDefineProofTermsParameters,
): PrepareDefineProofTermsReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, proofTerms }: PrepareDefineProofTermsParameters) {
  return { abi: lossProofsAbi, address: lossProofs, functionName: 'defineTerms', args: [proofTerms] } as const
}
