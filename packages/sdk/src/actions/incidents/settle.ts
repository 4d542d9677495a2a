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

/** What {@link prepareSettle} takes. */
export type PrepareSettleParameters = {
  /** The address of `Incidents`. */
  incidents: Address
  /** Incident number. */
  incident: bigint
  /** Covers of one pool, on the risk of the incident. */
  ids: readonly bigint[]
}

/** What {@link settle} takes. */
export type SettleParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSettleParameters

/** The hash of the transaction. */
export type SettleReturnType = Hash

/** What {@link settle} can fail with. */
export type SettleErrorType = WriteErrorType

/** What {@link simulateSettle} takes. */
export type SimulateSettleParameters = SimulateOptions & PrepareSettleParameters

/** What {@link simulateSettle} returns. */
export type SimulateSettleReturnType = SimulateReturnType<bigint>

/** What {@link simulateSettle} can fail with. */
export type SimulateSettleErrorType = SimulateErrorType

/** What {@link prepareSettle} returns. */
export type PrepareSettleReturnType = PreparedCall

/**
 * Pays every cover of a batch that was in force at the time of loss, or the difference if the funding rose since it
 * was last paid. Anyone may call it, in any order. A cover whose proof is missing is skipped: see
 * `buildLossProof`.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownIncidentError} if there is no such incident.
 * @throws {WrongStatusError} if it is not granted.
 * @throws {NothingToSettleError} if no cover of the batch has anything to receive.
 * @throws {CoverOfAnotherRiskError} if one is on another risk.
 * @throws {CoverOfAnotherPoolError} if one is of another pool.
 * @example
 * const hash = await settle(wallet, { incidents, incident: 1n, ids: [id] })
 */
export async function settle<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SettleParameters<chain, account>,
): Promise<SettleReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link settle} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units sent or kept for collection, in all; `request`: the call to send.
 * @throws {UnknownIncidentError} if there is no such incident.
 * @throws {WrongStatusError} if it is not granted.
 * @throws {NothingToSettleError} if no cover of the batch has anything to receive.
 * @throws {CoverOfAnotherRiskError} if one is on another risk.
 * @throws {CoverOfAnotherPoolError} if one is of another pool.
 * @example
 * const { result, request } = await simulateSettle(client, { incidents, incident: 1n, ids: [id] })
 */
export async function simulateSettle<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSettleParameters,
): Promise<SimulateSettleReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link settle} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSettle({ incidents, incident: 1n, ids: [id] })
 */
export function prepareSettle(parameters: PrepareSettleParameters): PrepareSettleReturnType {
  return prepare(toCall(parameters))
}

function toCall({ incidents, incident, ids }: PrepareSettleParameters) {
  return { abi: incidentsAbi, address: incidents, functionName: 'settle', args: [incident, ids] } as const
}
