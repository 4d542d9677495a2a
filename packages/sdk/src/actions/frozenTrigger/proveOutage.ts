import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { frozenTriggerAbi } from '../../abis/frozenTriggerAbi.ts'
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

/** What {@link prepareProveOutage} takes. */
export type PrepareProveOutageParameters = {
  /** The address of `FrozenTrigger`. */
  frozenTrigger: Address
  /** Listing number. */
  listing: bigint
  /** The round of the uptime feed that says that the sequencer went down. */
  round: bigint
  /** A pool that has sold cover on this listing. */
  pool: Address
  /** Wei to send along: the trigger fee of `getIncidentBounds`. It returns if the incident is granted. */
  fee: bigint
}

/** What {@link proveOutage} takes. */
export type ProveOutageParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareProveOutageParameters

/** The hash of the transaction. */
export type ProveOutageReturnType = Hash

/** What {@link proveOutage} can fail with. */
export type ProveOutageErrorType = WriteErrorType

/** What {@link simulateProveOutage} takes. */
export type SimulateProveOutageParameters = SimulateOptions & PrepareProveOutageParameters

/** What {@link simulateProveOutage} returns. */
export type SimulateProveOutageReturnType = SimulateReturnType<{ incident: bigint; ratio: bigint }>

/** What {@link simulateProveOutage} can fail with. */
export type SimulateProveOutageErrorType = SimulateErrorType

/** What {@link prepareProveOutage} returns. */
export type PrepareProveOutageReturnType = PreparedCall

/**
 * Opens an incident for an outage of an L2's sequencer that lasted for the persistence time, and rules. Anyone may call it,
 * for a fee.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {WrongKindError} if the listing is not on outages.
 * @throws {NotDownError} if the round does not say that the sequencer went down.
 * @throws {NoReadingError} if the contract that is watched says nothing that counts; its advice says why.
 * @throws {SpanTooShortError} if the outage did not last long enough.
 * @throws {OutageRuledError} if it overlaps one that was ruled.
 * @throws {NeverSoldError} if that pool never sold cover on it.
 * @throws {LossTimeOutOfBoundsError} if the loss lies before the grace period.
 * @throws {WrongFeeError} if the fee is another.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const hash = await proveOutage(wallet, { frozenTrigger, listing: 1n, round: (1n << 64n) + 7n, pool, fee })
 */
export async function proveOutage<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ProveOutageParameters<chain, account>,
): Promise<ProveOutageReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link proveOutage} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the incident, and the loss ratio granted, WAD; `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {WrongKindError} if the listing is not on outages.
 * @throws {NotDownError} if the round does not say that the sequencer went down.
 * @throws {NoReadingError} if the contract that is watched says nothing that counts; its advice says why.
 * @throws {SpanTooShortError} if the outage did not last long enough.
 * @throws {OutageRuledError} if it overlaps one that was ruled.
 * @throws {NeverSoldError} if that pool never sold cover on it.
 * @throws {LossTimeOutOfBoundsError} if the loss lies before the grace period.
 * @throws {WrongFeeError} if the fee is another.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const { result, request } = await simulateProveOutage(client, { frozenTrigger, listing: 1n, round: (1n << 64n) + 7n, pool, fee })
 */
export async function simulateProveOutage<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateProveOutageParameters,
): Promise<SimulateProveOutageReturnType> {
  const {
    result: [incident, ratio],
    request,
  } = await simulate(client, parameters, toCall(parameters))
  return { result: { incident, ratio }, request }
}

/**
 * Encodes {@link proveOutage} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const call = prepareProveOutage({ frozenTrigger, listing: 1n, round: (1n << 64n) + 7n, pool, fee })
 */
export function prepareProveOutage(parameters: PrepareProveOutageParameters): PrepareProveOutageReturnType {
  return prepare(toCall(parameters))
}

function toCall({ frozenTrigger, listing, round, pool, fee }: PrepareProveOutageParameters) {
  return {
    abi: frozenTriggerAbi,
    address: frozenTrigger,
    functionName: 'proveOutage',
    args: [listing, round, pool],
    value: fee,
  } as const
}
