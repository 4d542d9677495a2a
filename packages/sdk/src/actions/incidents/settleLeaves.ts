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
import type { LeafClaim } from '../../types/leaf.ts'

/** What {@link prepareSettleLeaves} takes. */
export type PrepareSettleLeavesParameters = {
  /** The address of `Incidents`. */
  incidents: Address
  /** Incident number. */
  incident: bigint
  /** Covers of one pool, on the risk of the incident, with the leaves on which they claim. */
  claims: readonly LeafClaim[]
}

/** What {@link settleLeaves} takes. */
export type SettleLeavesParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSettleLeavesParameters

/** The hash of the transaction. */
export type SettleLeavesReturnType = Hash

/** What {@link settleLeaves} can fail with. */
export type SettleLeavesErrorType = WriteErrorType

/** What {@link simulateSettleLeaves} takes. */
export type SimulateSettleLeavesParameters = SimulateOptions & PrepareSettleLeavesParameters

/** What {@link simulateSettleLeaves} returns. */
export type SimulateSettleLeavesReturnType = SimulateReturnType<bigint>

/** What {@link simulateSettleLeaves} can fail with. */
export type SimulateSettleLeavesErrorType = SimulateErrorType

/** What {@link prepareSettleLeaves} returns. */
export type PrepareSettleLeavesReturnType = PreparedCall

/**
 * Pays covers by leaves of the ruled root: one of an account by its own leaf, a sponsor's by any leaves, pro rata of
 * all. Anyone may call it, in any order; covers of one account need its consent. See `buildLossTree`.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownIncidentError} if there is no such incident.
 * @throws {WrongStatusError} if it is not granted.
 * @throws {NothingToSettleError} if no cover of the batch has anything to receive.
 * @throws {CoverOfAnotherRiskError} if one is on another risk.
 * @throws {CoverOfAnotherPoolError} if one is of another pool.
 * @throws {LeavesOfAnotherRootError} if leaves are not of the ruled root.
 * @throws {LossSumMismatchError} if all leaves of the root sum up to something else than was ruled.
 * @throws {ValueNotProvenError} if the value of a unit of account is not proven yet: see `proveValue`.
 * @example
 * const hash = await settleLeaves(wallet, { incidents, incident: 1n, claims })
 */
export async function settleLeaves<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SettleLeavesParameters<chain, account>,
): Promise<SettleLeavesReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link settleLeaves} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units sent or kept for collection, in all; `request`: the call to send.
 * @throws {UnknownIncidentError} if there is no such incident.
 * @throws {WrongStatusError} if it is not granted.
 * @throws {NothingToSettleError} if no cover of the batch has anything to receive.
 * @throws {CoverOfAnotherRiskError} if one is on another risk.
 * @throws {CoverOfAnotherPoolError} if one is of another pool.
 * @throws {LeavesOfAnotherRootError} if leaves are not of the ruled root.
 * @throws {LossSumMismatchError} if all leaves of the root sum up to something else than was ruled.
 * @throws {ValueNotProvenError} if the value of a unit of account is not proven yet: see `proveValue`.
 * @example
 * const { result, request } = await simulateSettleLeaves(client, { incidents, incident: 1n, claims })
 */
export async function simulateSettleLeaves<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSettleLeavesParameters,
): Promise<SimulateSettleLeavesReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link settleLeaves} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSettleLeaves({ incidents, incident: 1n, claims })
 */
export function prepareSettleLeaves(parameters: PrepareSettleLeavesParameters): PrepareSettleLeavesReturnType {
  return prepare(toCall(parameters))
}

function toCall({ incidents, incident, claims }: PrepareSettleLeavesParameters) {
  return { abi: incidentsAbi, address: incidents, functionName: 'settleLeaves', args: [incident, claims] } as const
}
