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

/** What {@link prepareClaimRecoveredLeaves} takes. */
export type PrepareClaimRecoveredLeavesParameters = {
  /** The address of `Incidents`. */
  incidents: Address
  /** Incident number. */
  incident: bigint
  /** A sponsor's cover, with leaves of the ruled root. */
  claim: LeafClaim
}

/** What {@link claimRecoveredLeaves} takes. */
export type ClaimRecoveredLeavesParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareClaimRecoveredLeavesParameters

/** The hash of the transaction. */
export type ClaimRecoveredLeavesReturnType = Hash

/** What {@link claimRecoveredLeaves} can fail with. */
export type ClaimRecoveredLeavesErrorType = WriteErrorType

/** What {@link simulateClaimRecoveredLeaves} takes. */
export type SimulateClaimRecoveredLeavesParameters = SimulateOptions & PrepareClaimRecoveredLeavesParameters

/** What {@link simulateClaimRecoveredLeaves} returns. */
export type SimulateClaimRecoveredLeavesReturnType = SimulateReturnType<bigint>

/** What {@link simulateClaimRecoveredLeaves} can fail with. */
export type SimulateClaimRecoveredLeavesErrorType = SimulateErrorType

/** What {@link prepareClaimRecoveredLeaves} returns. */
export type PrepareClaimRecoveredLeavesReturnType = PreparedCall

/**
 * Credits the accounts of a sponsor's cover, which stayed short on them when its incident was finished, with their part
 * of what was recovered since, at most what is left of their losses; {@link collectCredit} sends it. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NothingToSettleError} if no leaf has anything to receive.
 * @throws {LeavesOfAnotherRootError} if leaves are not of the ruled root.
 * @example
 * const hash = await claimRecoveredLeaves(wallet, { incidents, incident: 1n, claim })
 */
export async function claimRecoveredLeaves<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ClaimRecoveredLeavesParameters<chain, account>,
): Promise<ClaimRecoveredLeavesReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link claimRecoveredLeaves} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units credited, rounded down for each account; `request`: the call to send.
 * @throws {NothingToSettleError} if no leaf has anything to receive.
 * @throws {LeavesOfAnotherRootError} if leaves are not of the ruled root.
 * @example
 * const { result, request } = await simulateClaimRecoveredLeaves(client, { incidents, incident: 1n, claim })
 */
export async function simulateClaimRecoveredLeaves<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateClaimRecoveredLeavesParameters,
): Promise<SimulateClaimRecoveredLeavesReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link claimRecoveredLeaves} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareClaimRecoveredLeaves({ incidents, incident: 1n, claim })
 */
export function prepareClaimRecoveredLeaves(
  parameters: PrepareClaimRecoveredLeavesParameters,
): PrepareClaimRecoveredLeavesReturnType {
  return prepare(toCall(parameters))
}

function toCall({ incidents, incident, claim }: PrepareClaimRecoveredLeavesParameters) {
  return {
    abi: incidentsAbi,
    address: incidents,
    functionName: 'claimRecoveredLeaves',
    args: [incident, claim],
  } as const
}
