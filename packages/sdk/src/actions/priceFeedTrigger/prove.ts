import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { priceFeedTriggerAbi } from '../../abis/priceFeedTriggerAbi.ts'
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

/** What {@link prepareProve} takes. */
export type PrepareProveParameters = {
  /** The address of `PriceFeedTrigger`. */
  priceFeedTrigger: Address
  /** Incident number. */
  incident: bigint
  /** Round id of the first round after the whole persistence time, or of a later one. */
  closingRound: bigint
}

/** What {@link prove} takes. */
export type ProveParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareProveParameters

/** The hash of the transaction. */
export type ProveReturnType = Hash

/** What {@link prove} can fail with. */
export type ProveErrorType = WriteErrorType

/** What {@link simulateProve} takes. */
export type SimulateProveParameters = SimulateOptions & PrepareProveParameters

/** What {@link simulateProve} returns. */
export type SimulateProveReturnType = SimulateReturnType<bigint>

/** What {@link simulateProve} can fail with. */
export type SimulateProveErrorType = SimulateErrorType

/** What {@link prepareProve} returns. */
export type PrepareProveReturnType = PreparedCall

/**
 * Proves a span complete and rules. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotArmedError} if there is no span under proof for the incident.
 * @throws {SpanTooShortError} if the span is not complete at that round.
 * @throws {RoundRecoveredError} if the level recovered within the span.
 * @throws {RoundGapError} if the feed was silent for too long.
 * @throws {SequencerDownError} if the sequencer was down.
 * @throws {SpanOverlapsError} if a span too near to it was granted.
 * @throws {RoundChangedError} if the feed has rewritten the first round.
 * @throws {RoundMissingError} if the feed has no such round.
 * @throws {BaseMissingError} if the feed has no price to which a round's would be relative.
 * @example
 * const hash = await prove(wallet, { priceFeedTrigger, incident: 1n, closingRound: (1n << 64n) + 40n })
 */
export async function prove<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ProveParameters<chain, account>,
): Promise<ProveReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link prove} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: the loss ratio granted, WAD; `request`: the call to send.
 * @throws {NotArmedError} if there is no span under proof for the incident.
 * @throws {SpanTooShortError} if the span is not complete at that round.
 * @throws {RoundRecoveredError} if the level recovered within the span.
 * @throws {RoundGapError} if the feed was silent for too long.
 * @throws {SequencerDownError} if the sequencer was down.
 * @throws {SpanOverlapsError} if a span too near to it was granted.
 * @throws {RoundChangedError} if the feed has rewritten the first round.
 * @throws {RoundMissingError} if the feed has no such round.
 * @throws {BaseMissingError} if the feed has no price to which a round's would be relative.
 * @example
 * const { result, request } = await simulateProve(client, { priceFeedTrigger, incident: 1n, closingRound: (1n << 64n) + 40n })
 */
export async function simulateProve<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateProveParameters,
): Promise<SimulateProveReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link prove} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareProve({ priceFeedTrigger, incident: 1n, closingRound: (1n << 64n) + 40n })
 */
export function prepareProve(parameters: PrepareProveParameters): PrepareProveReturnType {
  return prepare(toCall(parameters))
}

function toCall({ priceFeedTrigger, incident, closingRound }: PrepareProveParameters) {
  return {
    abi: priceFeedTriggerAbi,
    address: priceFeedTrigger,
    functionName: 'prove',
    args: [incident, closingRound],
  } as const
}
