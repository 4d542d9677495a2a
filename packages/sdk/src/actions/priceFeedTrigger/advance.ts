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

/** What {@link prepareAdvance} takes. */
export type PrepareAdvanceParameters = {
  /** The address of `PriceFeedTrigger`. */
  priceFeedTrigger: Address
  /** Incident number. */
  incident: bigint
  /** Round id to come to. */
  to: bigint
}

/** What {@link advance} takes. */
export type AdvanceParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareAdvanceParameters

/** The hash of the transaction. */
export type AdvanceReturnType = Hash

/** What {@link advance} can fail with. */
export type AdvanceErrorType = WriteErrorType

/** What {@link simulateAdvance} takes. */
export type SimulateAdvanceParameters = SimulateOptions & PrepareAdvanceParameters

/** What {@link simulateAdvance} returns. */
export type SimulateAdvanceReturnType = SimulateReturnType<undefined>

/** What {@link simulateAdvance} can fail with. */
export type SimulateAdvanceErrorType = SimulateErrorType

/** What {@link prepareAdvance} returns. */
export type PrepareAdvanceReturnType = PreparedCall

/**
 * Moves a proof on to the last round before another. Anyone may call it; the ratio does not depend on the pieces.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotArmedError} if there is no span under proof for the incident.
 * @throws {RoundRecoveredError} if the level recovered within the span.
 * @throws {RoundGapError} if the feed was silent for too long.
 * @throws {RoundNotAfterError} if the round is not ahead.
 * @throws {RoundMissingError} if the feed has no such round.
 * @throws {BaseMissingError} if the feed has no price to which a round's would be relative.
 * @example
 * const hash = await advance(wallet, { priceFeedTrigger, incident: 1n, to: (1n << 64n) + 200n })
 */
export async function advance<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: AdvanceParameters<chain, account>,
): Promise<AdvanceReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link advance} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotArmedError} if there is no span under proof for the incident.
 * @throws {RoundRecoveredError} if the level recovered within the span.
 * @throws {RoundGapError} if the feed was silent for too long.
 * @throws {RoundNotAfterError} if the round is not ahead.
 * @throws {RoundMissingError} if the feed has no such round.
 * @throws {BaseMissingError} if the feed has no price to which a round's would be relative.
 * @example
 * const { request } = await simulateAdvance(client, { priceFeedTrigger, incident: 1n, to: (1n << 64n) + 200n })
 */
export async function simulateAdvance<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateAdvanceParameters,
): Promise<SimulateAdvanceReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link advance} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareAdvance({ priceFeedTrigger, incident: 1n, to: (1n << 64n) + 200n })
 */
export function prepareAdvance(parameters: PrepareAdvanceParameters): PrepareAdvanceReturnType {
  return prepare(toCall(parameters))
}

function toCall({ priceFeedTrigger, incident, to }: PrepareAdvanceParameters) {
  return { abi: priceFeedTriggerAbi, address: priceFeedTrigger, functionName: 'advance', args: [incident, to] } as const
}
