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

/** What {@link prepareClaimRecovered} takes. */
export type PrepareClaimRecoveredParameters = {
  /** The address of `Incidents`. */
  incidents: Address
  /** Incident number. */
  incident: bigint
  /** Covers of one pool. */
  ids: readonly bigint[]
}

/** What {@link claimRecovered} takes. */
export type ClaimRecoveredParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareClaimRecoveredParameters

/** The hash of the transaction. */
export type ClaimRecoveredReturnType = Hash

/** What {@link claimRecovered} can fail with. */
export type ClaimRecoveredErrorType = WriteErrorType

/** What {@link simulateClaimRecovered} takes. */
export type SimulateClaimRecoveredParameters = SimulateOptions & PrepareClaimRecoveredParameters

/** What {@link simulateClaimRecovered} returns. */
export type SimulateClaimRecoveredReturnType = SimulateReturnType<bigint>

/** What {@link simulateClaimRecovered} can fail with. */
export type SimulateClaimRecoveredErrorType = SimulateErrorType

/** What {@link prepareClaimRecovered} returns. */
export type PrepareClaimRecoveredReturnType = PreparedCall

/**
 * Credits covers that stayed short when their incident was finished with their part of what was recovered since, in
 * proportion to what each lacks; {@link collectCredit} sends it. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NothingToSettleError} if none of them has anything to receive.
 * @throws {CoverOfAnotherPoolError} if one is of another pool.
 * @example
 * const hash = await claimRecovered(wallet, { incidents, incident: 1n, ids: [id] })
 */
export async function claimRecovered<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ClaimRecoveredParameters<chain, account>,
): Promise<ClaimRecoveredReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link claimRecovered} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units credited, rounded down for each cover; `request`: the call to send.
 * @throws {NothingToSettleError} if none of them has anything to receive.
 * @throws {CoverOfAnotherPoolError} if one is of another pool.
 * @example
 * const { result, request } = await simulateClaimRecovered(client, { incidents, incident: 1n, ids: [id] })
 */
export async function simulateClaimRecovered<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateClaimRecoveredParameters,
): Promise<SimulateClaimRecoveredReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link claimRecovered} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareClaimRecovered({ incidents, incident: 1n, ids: [id] })
 */
export function prepareClaimRecovered(parameters: PrepareClaimRecoveredParameters): PrepareClaimRecoveredReturnType {
  return prepare(toCall(parameters))
}

function toCall({ incidents, incident, ids }: PrepareClaimRecoveredParameters) {
  return { abi: incidentsAbi, address: incidents, functionName: 'claimRecovered', args: [incident, ids] } as const
}
