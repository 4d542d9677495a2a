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

/** What {@link prepareLapse} takes. */
export type PrepareLapseParameters = {
  /** The address of `Incidents`. */
  incidents: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link lapse} takes. */
export type LapseParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareLapseParameters

/** The hash of the transaction. */
export type LapseReturnType = Hash

/** What {@link lapse} can fail with. */
export type LapseErrorType = WriteErrorType

/** What {@link simulateLapse} takes. */
export type SimulateLapseParameters = SimulateOptions & PrepareLapseParameters

/** What {@link simulateLapse} returns. */
export type SimulateLapseReturnType = SimulateReturnType<undefined>

/** What {@link simulateLapse} can fail with. */
export type SimulateLapseErrorType = SimulateErrorType

/** What {@link prepareLapse} returns. */
export type PrepareLapseReturnType = PreparedCall

/**
 * Passes an incident to the second adjudicator when the deadline has passed; if that one too was silent, or there is
 * none, returns the bond. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownIncidentError} if there is no such incident.
 * @throws {WrongStatusError} if it is not open.
 * @throws {DeadlineNotPassedError} if the adjudicator still has time.
 * @example
 * const hash = await lapse(wallet, { incidents, incident: 1n })
 */
export async function lapse<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: LapseParameters<chain, account>,
): Promise<LapseReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link lapse} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {UnknownIncidentError} if there is no such incident.
 * @throws {WrongStatusError} if it is not open.
 * @throws {DeadlineNotPassedError} if the adjudicator still has time.
 * @example
 * const { request } = await simulateLapse(client, { incidents, incident: 1n })
 */
export async function simulateLapse<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateLapseParameters,
): Promise<SimulateLapseReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link lapse} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareLapse({ incidents, incident: 1n })
 */
export function prepareLapse(parameters: PrepareLapseParameters): PrepareLapseReturnType {
  return prepare(toCall(parameters))
}

function toCall({ incidents, incident }: PrepareLapseParameters) {
  return { abi: incidentsAbi, address: incidents, functionName: 'lapse', args: [incident] } as const
}
