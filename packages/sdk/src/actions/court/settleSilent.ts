import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
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

/** What {@link prepareSettleSilent} takes. */
export type PrepareSettleSilentParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** Who committed; all others are passed over. */
  assessors: readonly Address[]
}

/** What {@link settleSilent} takes. */
export type SettleSilentParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSettleSilentParameters

/** The hash of the transaction. */
export type SettleSilentReturnType = Hash

/** What {@link settleSilent} can fail with. */
export type SettleSilentErrorType = WriteErrorType

/** What {@link simulateSettleSilent} takes. */
export type SimulateSettleSilentParameters = SimulateOptions & PrepareSettleSilentParameters

/** What {@link simulateSettleSilent} returns. */
export type SimulateSettleSilentReturnType = SimulateReturnType<undefined>

/** What {@link simulateSettleSilent} can fail with. */
export type SimulateSettleSilentErrorType = SimulateErrorType

/** What {@link prepareSettleSilent} returns. */
export type PrepareSettleSilentReturnType = PreparedCall

/**
 * Slashes assessors who did not reveal. Anyone, once the case is settled.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongSettlementError} if the case is not settled.
 * @example
 * const hash = await settleSilent(wallet, { court, incident: 1n, assessors: [bob] })
 */
export async function settleSilent<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SettleSilentParameters<chain, account>,
): Promise<SettleSilentReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link settleSilent} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongSettlementError} if the case is not settled.
 * @example
 * const { request } = await simulateSettleSilent(client, { court, incident: 1n, assessors: [bob] })
 */
export async function simulateSettleSilent<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSettleSilentParameters,
): Promise<SimulateSettleSilentReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link settleSilent} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSettleSilent({ court, incident: 1n, assessors: [bob] })
 */
export function prepareSettleSilent(parameters: PrepareSettleSilentParameters): PrepareSettleSilentReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident, assessors }: PrepareSettleSilentParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'settleSilent',
    args: [incident, assessors],
  } as const
}
