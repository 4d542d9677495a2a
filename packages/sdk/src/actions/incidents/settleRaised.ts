import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
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

/** What {@link prepareSettleRaised} takes. */
export type PrepareSettleRaisedParameters = {
  /** The address of `Incidents`. */
  incidents: Address
  /** Incident number. */
  incident: bigint
  /** The later grant of the same event. */
  raise: bigint
  /** Covers of one pool, on the risk of the incident. */
  ids: readonly bigint[]
}

/** What {@link settleRaised} takes. */
export type SettleRaisedParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSettleRaisedParameters

/** The hash of the transaction. */
export type SettleRaisedReturnType = Hash

/** What {@link settleRaised} can fail with. */
export type SettleRaisedErrorType = WriteErrorType

/** What {@link simulateSettleRaised} takes. */
export type SimulateSettleRaisedParameters = SimulateOptions & PrepareSettleRaisedParameters

/** What {@link simulateSettleRaised} returns. */
export type SimulateSettleRaisedReturnType = SimulateReturnType<bigint>

/** What {@link simulateSettleRaised} can fail with. */
export type SimulateSettleRaisedErrorType = SimulateErrorType

/** What {@link prepareSettleRaised} returns. */
export type PrepareSettleRaisedReturnType = PreparedCall

/**
 * Pays like {@link settle} covers that were in force at the time of `raise`, a later and higher grant of the same
 * event, but not at the incident's own.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownIncidentError} if there is no such incident.
 * @throws {WrongStatusError} if it is not granted.
 * @throws {NothingToSettleError} if no cover of the batch has anything to receive.
 * @throws {CoverOfAnotherRiskError} if one is on another risk.
 * @throws {CoverOfAnotherPoolError} if one is of another pool.
 * @throws {NotARaiseError} if it is no later grant of the same event.
 * @example
 * const hash = await settleRaised(wallet, { incidents, incident: 1n, raise: 2n, ids: [id] })
 */
export async function settleRaised<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SettleRaisedParameters<chain, account>,
): Promise<SettleRaisedReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link settleRaised} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units sent or kept for collection, in all; `request`: the call to send.
 * @throws {UnknownIncidentError} if there is no such incident.
 * @throws {WrongStatusError} if it is not granted.
 * @throws {NothingToSettleError} if no cover of the batch has anything to receive.
 * @throws {CoverOfAnotherRiskError} if one is on another risk.
 * @throws {CoverOfAnotherPoolError} if one is of another pool.
 * @throws {NotARaiseError} if it is no later grant of the same event.
 * @example
 * const { result, request } = await simulateSettleRaised(client, { incidents, incident: 1n, raise: 2n, ids: [id] })
 */
export async function simulateSettleRaised<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSettleRaisedParameters,
): Promise<SimulateSettleRaisedReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link settleRaised} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSettleRaised({ incidents, incident: 1n, raise: 2n, ids: [id] })
 */
export function prepareSettleRaised(parameters: PrepareSettleRaisedParameters): PrepareSettleRaisedReturnType {
  return prepare(toCall(parameters))
}

function toCall({ incidents, incident, raise, ids }: PrepareSettleRaisedParameters) {
  return { abi: incidentsAbi, address: incidents, functionName: 'settleRaised', args: [incident, raise, ids] } as const
}
