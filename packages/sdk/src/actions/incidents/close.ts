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

/** What {@link prepareClose} takes. */
export type PrepareCloseParameters = {
  /** The address of `Incidents`. */
  incidents: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link close} takes. */
export type CloseParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCloseParameters

/** The hash of the transaction. */
export type CloseReturnType = Hash

/** What {@link close} can fail with. */
export type CloseErrorType = WriteErrorType

/** What {@link simulateClose} takes. */
export type SimulateCloseParameters = SimulateOptions & PrepareCloseParameters

/** What {@link simulateClose} returns. */
export type SimulateCloseReturnType = SimulateReturnType<undefined>

/** What {@link simulateClose} can fail with. */
export type SimulateCloseErrorType = SimulateErrorType

/** What {@link prepareClose} returns. */
export type PrepareCloseReturnType = PreparedCall

/**
 * Closes a granted incident after the settlement window. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownIncidentError} if there is no such incident.
 * @throws {WrongStatusError} if it is not granted.
 * @throws {SettlementOpenError} if the window is still open.
 * @throws {RaisePendingError} if an undecided incident may raise what was granted.
 * @example
 * const hash = await close(wallet, { incidents, incident: 1n })
 */
export async function close<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CloseParameters<chain, account>,
): Promise<CloseReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link close} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {UnknownIncidentError} if there is no such incident.
 * @throws {WrongStatusError} if it is not granted.
 * @throws {SettlementOpenError} if the window is still open.
 * @throws {RaisePendingError} if an undecided incident may raise what was granted.
 * @example
 * const { request } = await simulateClose(client, { incidents, incident: 1n })
 */
export async function simulateClose<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCloseParameters,
): Promise<SimulateCloseReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link close} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareClose({ incidents, incident: 1n })
 */
export function prepareClose(parameters: PrepareCloseParameters): PrepareCloseReturnType {
  return prepare(toCall(parameters))
}

function toCall({ incidents, incident }: PrepareCloseParameters) {
  return { abi: incidentsAbi, address: incidents, functionName: 'close', args: [incident] } as const
}
