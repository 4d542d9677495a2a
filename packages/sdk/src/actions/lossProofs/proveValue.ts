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

/** What {@link prepareProveValue} takes. */
export type PrepareProveValueParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the proof terms. */
  termsId: Hex
  /** Unix seconds of the loss. */
  lossTime: bigint
  /** Round id of the feed. */
  round: bigint
}

/** What {@link proveValue} takes. */
export type ProveValueParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareProveValueParameters

/** The hash of the transaction. */
export type ProveValueReturnType = Hash

/** What {@link proveValue} can fail with. */
export type ProveValueErrorType = WriteErrorType

/** What {@link simulateProveValue} takes. */
export type SimulateProveValueParameters = SimulateOptions & PrepareProveValueParameters

/** What {@link simulateProveValue} returns. */
export type SimulateProveValueReturnType = SimulateReturnType<undefined>

/** What {@link simulateProveValue} can fail with. */
export type SimulateProveValueErrorType = SimulateErrorType

/** What {@link prepareProveValue} returns. */
export type PrepareProveValueReturnType = PreparedCall

/**
 * Proves what a token was worth at a time of loss, by the one round that counts. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownProofTermsError} if there are no such terms.
 * @throws {ValueIsFixedError} if the terms have a fixed value.
 * @throws {LossNotPastError} if the loss is not past.
 * @throws {RoundNotFoundError} if the feed has no such round.
 * @throws {RoundAfterLossError} if the round is later than the loss.
 * @throws {LaterRoundCountsError} if a later round counts.
 * @throws {RoundTooOldError} if it is older than the heartbeat.
 * @throws {RoundNotCompleteError} if it states no price.
 * @throws {GasTooLowError} if too little gas is sent to show that a round is absent.
 * @example
 * const termsId = getProofTermsId({ token: asset, value: 10n ** 18n, feed: zeroAddress, heartbeat: 0n, salvage: false })
 * const hash = await proveValue(wallet, { lossProofs: proofs, termsId, lossTime: 1_700_000_000n, round: (1n << 64n) + 7n })
 */
export async function proveValue<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ProveValueParameters<chain, account>,
): Promise<ProveValueReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link proveValue} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {UnknownProofTermsError} if there are no such terms.
 * @throws {ValueIsFixedError} if the terms have a fixed value.
 * @throws {LossNotPastError} if the loss is not past.
 * @throws {RoundNotFoundError} if the feed has no such round.
 * @throws {RoundAfterLossError} if the round is later than the loss.
 * @throws {LaterRoundCountsError} if a later round counts.
 * @throws {RoundTooOldError} if it is older than the heartbeat.
 * @throws {RoundNotCompleteError} if it states no price.
 * @throws {GasTooLowError} if too little gas is sent to show that a round is absent.
 * @example
 * const termsId = getProofTermsId({ token: asset, value: 10n ** 18n, feed: zeroAddress, heartbeat: 0n, salvage: false })
 * const { request } = await simulateProveValue(client, { lossProofs: proofs, termsId, lossTime: 1_700_000_000n, round: (1n << 64n) + 7n })
 */
export async function simulateProveValue<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateProveValueParameters,
): Promise<SimulateProveValueReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link proveValue} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const termsId = getProofTermsId({ token: asset, value: 10n ** 18n, feed: zeroAddress, heartbeat: 0n, salvage: false })
 * const call = prepareProveValue({ lossProofs: proofs, termsId, lossTime: 1_700_000_000n, round: (1n << 64n) + 7n })
 */
export function prepareProveValue(parameters: PrepareProveValueParameters): PrepareProveValueReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, termsId, lossTime, round }: PrepareProveValueParameters) {
  return {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'proveValue',
    args: [termsId, lossTime, round],
  } as const
}
