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
  /** Id of the proof terms, see `getProofTermsId`; a listing names it. */
  proofTerms: Hex
  /** Unix seconds of the loss. */
  lossTime: bigint
  /** The feed's last complete round at or before it. */
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
 * Proves what a token was worth at a time of loss, by the feed of the proof terms, rounded down. Only one round fits,
 * so anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownProofTermsError} if nobody defined such terms.
 * @throws {ValueIsFixedError} if the terms name no feed.
 * @throws {RoundNotFoundError} if the feed has no such round.
 * @throws {RoundNotCompleteError} if it states no price of its own.
 * @throws {RoundAfterLossError} if it is later than the loss.
 * @throws {LaterRoundCountsError} if a later one counts.
 * @throws {RoundTooOldError} if it was older than the heartbeat.
 * @throws {FeedSilentError} if the feed does not answer.
 * @example
 * const proofTerms = getProofTermsId({ token: asset, feed, heartbeat: 3_600n })
 * const hash = await proveValue(wallet, { lossProofs, proofTerms, lossTime: 1_700_000_000n, round: 18_446_744_073_709_551_617n })
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
 * @throws {UnknownProofTermsError} if nobody defined such terms.
 * @throws {ValueIsFixedError} if the terms name no feed.
 * @throws {RoundNotFoundError} if the feed has no such round.
 * @throws {RoundNotCompleteError} if it states no price of its own.
 * @throws {RoundAfterLossError} if it is later than the loss.
 * @throws {LaterRoundCountsError} if a later one counts.
 * @throws {RoundTooOldError} if it was older than the heartbeat.
 * @throws {FeedSilentError} if the feed does not answer.
 * @example
 * const proofTerms = getProofTermsId({ token: asset, feed, heartbeat: 3_600n })
 * const { request } = await simulateProveValue(client, { lossProofs, proofTerms, lossTime: 1_700_000_000n, round: 18_446_744_073_709_551_617n })
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
 * const proofTerms = getProofTermsId({ token: asset, feed, heartbeat: 3_600n })
 * const call = prepareProveValue({ lossProofs, proofTerms, lossTime: 1_700_000_000n, round: 18_446_744_073_709_551_617n })
 */
export function prepareProveValue(parameters: PrepareProveValueParameters): PrepareProveValueReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, proofTerms, lossTime, round }: PrepareProveValueParameters) {
  return {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'proveValue',
    args: [proofTerms, lossTime, round],
  } as const
}
