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

/** What {@link prepareRecoverSpan} takes. */
export type PrepareRecoverSpanParameters = {
  /** The address of `PriceFeedTrigger`. */
  priceFeedTrigger: Address
  /** Incident number. */
  incident: bigint
  /** Round id at or past recovery, or of the first round after a gap or a change of phase; for a sequencer outage any. */
  round: bigint
}

/** What {@link recoverSpan} takes. */
export type RecoverSpanParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRecoverSpanParameters

/** The hash of the transaction. */
export type RecoverSpanReturnType = Hash

/** What {@link recoverSpan} can fail with. */
export type RecoverSpanErrorType = WriteErrorType

/** What {@link simulateRecoverSpan} takes. */
export type SimulateRecoverSpanParameters = SimulateOptions & PrepareRecoverSpanParameters

/** What {@link simulateRecoverSpan} returns. */
export type SimulateRecoverSpanReturnType = SimulateReturnType<undefined>

/** What {@link simulateRecoverSpan} can fail with. */
export type SimulateRecoverSpanErrorType = SimulateErrorType

/** What {@link prepareRecoverSpan} returns. */
export type PrepareRecoverSpanReturnType = PreparedCall

/**
 * Shows that a span ended before it was complete, and dismisses the incident. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotArmedError} if there is no span under proof for the incident.
 * @throws {NotRecoveredError} if no recovery was found up to the round.
 * @throws {RoundNotFinalError} if no later round has followed it yet.
 * @throws {SpanCompleteError} if the span is complete: prove it.
 * @example
 * const hash = await recoverSpan(wallet, { priceFeedTrigger, incident: 1n, round: (1n << 64n) + 20n })
 */
export async function recoverSpan<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RecoverSpanParameters<chain, account>,
): Promise<RecoverSpanReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link recoverSpan} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotArmedError} if there is no span under proof for the incident.
 * @throws {NotRecoveredError} if no recovery was found up to the round.
 * @throws {RoundNotFinalError} if no later round has followed it yet.
 * @throws {SpanCompleteError} if the span is complete: prove it.
 * @example
 * const { request } = await simulateRecoverSpan(client, { priceFeedTrigger, incident: 1n, round: (1n << 64n) + 20n })
 */
export async function simulateRecoverSpan<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRecoverSpanParameters,
): Promise<SimulateRecoverSpanReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link recoverSpan} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRecoverSpan({ priceFeedTrigger, incident: 1n, round: (1n << 64n) + 20n })
 */
export function prepareRecoverSpan(parameters: PrepareRecoverSpanParameters): PrepareRecoverSpanReturnType {
  return prepare(toCall(parameters))
}

function toCall({ priceFeedTrigger, incident, round }: PrepareRecoverSpanParameters) {
  return {
    abi: priceFeedTriggerAbi,
    address: priceFeedTrigger,
    functionName: 'recover',
    args: [incident, round],
  } as const
}
