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

/** What {@link prepareApproach} takes. */
export type PrepareApproachParameters = {
  /** The address of `PriceFeedTrigger`. */
  priceFeedTrigger: Address
  /** Listing number. */
  listing: bigint
  /** Round id of a recovery: at or past its level, or the first one after a gap, an outage or a change of phase. */
  recovered: bigint
  /** Round id after it; the rounds before are kept as seen. */
  to: bigint
}

/** What {@link approach} takes. */
export type ApproachParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareApproachParameters

/** The hash of the transaction. */
export type ApproachReturnType = Hash

/** What {@link approach} can fail with. */
export type ApproachErrorType = WriteErrorType

/** What {@link simulateApproach} takes. */
export type SimulateApproachParameters = SimulateOptions & PrepareApproachParameters

/** What {@link simulateApproach} returns. */
export type SimulateApproachReturnType = SimulateReturnType<undefined>

/** What {@link simulateApproach} can fail with. */
export type SimulateApproachErrorType = SimulateErrorType

/** What {@link prepareApproach} returns. */
export type PrepareApproachReturnType = PreparedCall

/**
 * Walks from a recovery towards the first round beyond the strike, where there are too many rounds for one {@link arm}.
 * What is kept is for the caller alone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {NotARecoveryError} if the round is none.
 * @throws {RoundBeyondStrikeError} if the span begins earlier.
 * @throws {RoundNotAfterError} if the rounds are not in order.
 * @throws {RoundMissingError} if the feed has no such round.
 * @throws {BaseMissingError} if the feed has no price to which a round's would be relative.
 * @example
 * const hash = await approach(wallet, { priceFeedTrigger, listing: 1n, recovered: (1n << 64n) + 10n, to: (1n << 64n) + 200n })
 */
export async function approach<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ApproachParameters<chain, account>,
): Promise<ApproachReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link approach} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {NotARecoveryError} if the round is none.
 * @throws {RoundBeyondStrikeError} if the span begins earlier.
 * @throws {RoundNotAfterError} if the rounds are not in order.
 * @throws {RoundMissingError} if the feed has no such round.
 * @throws {BaseMissingError} if the feed has no price to which a round's would be relative.
 * @example
 * const { request } = await simulateApproach(client, { priceFeedTrigger, listing: 1n, recovered: (1n << 64n) + 10n, to: (1n << 64n) + 200n })
 */
export async function simulateApproach<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateApproachParameters,
): Promise<SimulateApproachReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link approach} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareApproach({ priceFeedTrigger, listing: 1n, recovered: (1n << 64n) + 10n, to: (1n << 64n) + 200n })
 */
export function prepareApproach(parameters: PrepareApproachParameters): PrepareApproachReturnType {
  return prepare(toCall(parameters))
}

function toCall({ priceFeedTrigger, listing, recovered, to }: PrepareApproachParameters) {
  return {
    abi: priceFeedTriggerAbi,
    address: priceFeedTrigger,
    functionName: 'approach',
    args: [listing, recovered, to],
  } as const
}
