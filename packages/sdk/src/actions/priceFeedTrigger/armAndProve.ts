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

/** What {@link prepareArmAndProve} takes. */
export type PrepareArmAndProveParameters = {
  /** The address of `PriceFeedTrigger`. */
  priceFeedTrigger: Address
  /** Listing number. */
  listing: bigint
  /** Round id of a recovery: at or past its level, or the first one after a gap, an outage or a change of phase. */
  recovered: bigint
  /** Round id of the span's first round. */
  firstRound: bigint
  /** Round id of the first round after the whole persistence time, or of a later one. */
  closingRound: bigint
  /** A pool that has sold cover on this listing. */
  pool: Address
  /** Wei to send along: the trigger fee of `getIncidentBounds`. It returns if the incident is granted. */
  fee: bigint
}

/** What {@link armAndProve} takes. */
export type ArmAndProveParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareArmAndProveParameters

/** The hash of the transaction. */
export type ArmAndProveReturnType = Hash

/** What {@link armAndProve} can fail with. */
export type ArmAndProveErrorType = WriteErrorType

/** What {@link simulateArmAndProve} takes. */
export type SimulateArmAndProveParameters = SimulateOptions & PrepareArmAndProveParameters

/** What {@link simulateArmAndProve} returns. */
export type SimulateArmAndProveReturnType = SimulateReturnType<{ incident: bigint; ratio: bigint }>

/** What {@link simulateArmAndProve} can fail with. */
export type SimulateArmAndProveErrorType = SimulateErrorType

/** What {@link prepareArmAndProve} returns. */
export type PrepareArmAndProveReturnType = PreparedCall

/**
 * Arms a span and proves it complete in one transaction. Anyone may call it, for a fee.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {RoundNotBeyondStrikeError} if the first round is not beyond the strike.
 * @throws {RoundBeyondStrikeError} if the span begins earlier.
 * @throws {NotARecoveryError} if `recovered` is none.
 * @throws {AlreadyArmedError} if the span was armed before.
 * @throws {NeverSoldError} if that pool never sold cover on it.
 * @throws {LossTimeOutOfBoundsError} if the loss lies before the grace period.
 * @throws {WrongFeeError} if the fee is another.
 * @throws {RoundMissingError} if the feed has no such round.
 * @throws {BaseMissingError} if the feed has no price to which a round's would be relative.
 * @throws {SpanTooShortError} if the span is not complete at that round.
 * @throws {RoundRecoveredError} if the level recovered within the span.
 * @throws {RoundGapError} if the feed was silent for too long.
 * @throws {SequencerDownError} if the sequencer was down.
 * @throws {SpanOverlapsError} if a span too near to it was granted.
 * @throws {RoundChangedError} if the feed has rewritten the first round.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const rounds = { recovered: (1n << 64n) + 10n, firstRound: (1n << 64n) + 11n, closingRound: (1n << 64n) + 40n }
 * const hash = await armAndProve(wallet, { priceFeedTrigger, listing: 1n, ...rounds, pool, fee })
 */
export async function armAndProve<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ArmAndProveParameters<chain, account>,
): Promise<ArmAndProveReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link armAndProve} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the incident, and the loss ratio granted, WAD; `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {RoundNotBeyondStrikeError} if the first round is not beyond the strike.
 * @throws {RoundBeyondStrikeError} if the span begins earlier.
 * @throws {NotARecoveryError} if `recovered` is none.
 * @throws {AlreadyArmedError} if the span was armed before.
 * @throws {NeverSoldError} if that pool never sold cover on it.
 * @throws {LossTimeOutOfBoundsError} if the loss lies before the grace period.
 * @throws {WrongFeeError} if the fee is another.
 * @throws {RoundMissingError} if the feed has no such round.
 * @throws {BaseMissingError} if the feed has no price to which a round's would be relative.
 * @throws {SpanTooShortError} if the span is not complete at that round.
 * @throws {RoundRecoveredError} if the level recovered within the span.
 * @throws {RoundGapError} if the feed was silent for too long.
 * @throws {SequencerDownError} if the sequencer was down.
 * @throws {SpanOverlapsError} if a span too near to it was granted.
 * @throws {RoundChangedError} if the feed has rewritten the first round.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const rounds = { recovered: (1n << 64n) + 10n, firstRound: (1n << 64n) + 11n, closingRound: (1n << 64n) + 40n }
 * const { result, request } = await simulateArmAndProve(client, { priceFeedTrigger, listing: 1n, ...rounds, pool, fee })
 */
export async function simulateArmAndProve<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateArmAndProveParameters,
): Promise<SimulateArmAndProveReturnType> {
  const {
    result: [incident, ratio],
    request,
  } = await simulate(client, parameters, toCall(parameters))
  return { result: { incident, ratio }, request }
}

/**
 * Encodes {@link armAndProve} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const rounds = { recovered: (1n << 64n) + 10n, firstRound: (1n << 64n) + 11n, closingRound: (1n << 64n) + 40n }
 * const call = prepareArmAndProve({ priceFeedTrigger, listing: 1n, ...rounds, pool, fee })
 */
export function prepareArmAndProve(parameters: PrepareArmAndProveParameters): PrepareArmAndProveReturnType {
  return prepare(toCall(parameters))
}

function toCall({
  priceFeedTrigger,
  listing,
  recovered,
  firstRound,
  closingRound,
  pool,
  fee,
}: PrepareArmAndProveParameters) {
  return {
    abi: priceFeedTriggerAbi,
    address: priceFeedTrigger,
    functionName: 'armAndProve',
    args: [listing, recovered, firstRound, closingRound, pool],
    value: fee,
  } as const
}
