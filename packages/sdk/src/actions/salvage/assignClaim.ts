import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { salvageAbi } from '../../abis/salvageAbi.ts'
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

/** What {@link prepareAssignClaim} takes. */
export type PrepareAssignClaimParameters = {
  /** The address of `Salvage`. */
  salvage: Address
  /** A granted incident on the cover's risk. */
  incident: bigint
  /** Id of the cover. */
  id: bigint
  /** Least payout, units, else all is undone. */
  minPayout: bigint
}

/** What {@link assignClaim} takes. */
export type AssignClaimParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareAssignClaimParameters

/** The hash of the transaction. */
export type AssignClaimReturnType = Hash

/** What {@link assignClaim} can fail with. */
export type AssignClaimErrorType = WriteErrorType

/** What {@link simulateAssignClaim} takes. */
export type SimulateAssignClaimParameters = SimulateOptions & PrepareAssignClaimParameters

/** What {@link simulateAssignClaim} returns. */
export type SimulateAssignClaimReturnType = SimulateReturnType<bigint>

/** What {@link simulateAssignClaim} can fail with. */
export type SimulateAssignClaimErrorType = SimulateErrorType

/** What {@link prepareAssignClaim} returns. */
export type PrepareAssignClaimReturnType = PreparedCall

/**
 * Assigns the claim on a token that could not be moved for a week, and still cannot, to the pool, and has the cover
 * paid. Only the cover's protected account may. Needs some 600,000 gas beside the settlement.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NoSalvageError} if the listing asks for no salvage, or the incident is on another one.
 * @throws {OnlyAccountError} if the caller is not the cover's protected account.
 * @throws {NotStuckYetError} if it was not reported, or not for a week.
 * @throws {AboveHoldingError} if it is more than was proven, insured and not paid on.
 * @throws {NotReadyError} if balance or allowance do not suffice any more.
 * @throws {TokenMovesError} if the token moves again.
 * @throws {PayoutBelowMinimumError} if less than `minPayout` would be paid.
 * @example
 * const hash = await assignClaim(wallet, { salvage, incident: 1n, id, minPayout: 9_000_000n })
 */
export async function assignClaim<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: AssignClaimParameters<chain, account>,
): Promise<AssignClaimReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link assignClaim} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units paid; `request`: the call to send.
 * @throws {NoSalvageError} if the listing asks for no salvage, or the incident is on another one.
 * @throws {OnlyAccountError} if the caller is not the cover's protected account.
 * @throws {NotStuckYetError} if it was not reported, or not for a week.
 * @throws {AboveHoldingError} if it is more than was proven, insured and not paid on.
 * @throws {NotReadyError} if balance or allowance do not suffice any more.
 * @throws {TokenMovesError} if the token moves again.
 * @throws {PayoutBelowMinimumError} if less than `minPayout` would be paid.
 * @example
 * const { result, request } = await simulateAssignClaim(client, { salvage, incident: 1n, id, minPayout: 9_000_000n })
 */
export async function simulateAssignClaim<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateAssignClaimParameters,
): Promise<SimulateAssignClaimReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link assignClaim} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareAssignClaim({ salvage, incident: 1n, id, minPayout: 9_000_000n })
 */
export function prepareAssignClaim(parameters: PrepareAssignClaimParameters): PrepareAssignClaimReturnType {
  return prepare(toCall(parameters))
}

function toCall({ salvage, incident, id, minPayout }: PrepareAssignClaimParameters) {
  return { abi: salvageAbi, address: salvage, functionName: 'assignClaim', args: [incident, id, minPayout] } as const
}
