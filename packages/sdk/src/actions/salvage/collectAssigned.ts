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

/** What {@link prepareCollectAssigned} takes. */
export type PrepareCollectAssignedParameters = {
  /** The address of `Salvage`. */
  salvage: Address
  /** A granted incident on the cover's risk. */
  incident: bigint
  /** Id of the cover. */
  id: bigint
  /** Token units; no more is taken than is owed. */
  amount: bigint
}

/** What {@link collectAssigned} takes. */
export type CollectAssignedParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCollectAssignedParameters

/** The hash of the transaction. */
export type CollectAssignedReturnType = Hash

/** What {@link collectAssigned} can fail with. */
export type CollectAssignedErrorType = WriteErrorType

/** What {@link simulateCollectAssigned} takes. */
export type SimulateCollectAssignedParameters = SimulateOptions & PrepareCollectAssignedParameters

/** What {@link simulateCollectAssigned} returns. */
export type SimulateCollectAssignedReturnType = SimulateReturnType<bigint>

/** What {@link simulateCollectAssigned} can fail with. */
export type SimulateCollectAssignedErrorType = SimulateErrorType

/** What {@link prepareCollectAssigned} returns. */
export type PrepareCollectAssignedReturnType = PreparedCall

/**
 * Takes tokens that an account owes under an assigned claim, as far as it approved, into a lot. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NoSalvageError} if the listing asks for no salvage, or the incident is on another one.
 * @throws {NothingOwedError} if nothing is owed.
 * @throws {TransferFromFailedError} if the token still does not move.
 * @example
 * const hash = await collectAssigned(wallet, { salvage, incident: 1n, id, amount: 5n * 10n ** 18n })
 */
export async function collectAssigned<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CollectAssignedParameters<chain, account>,
): Promise<CollectAssignedReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link collectAssigned} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: token units collected; `request`: the call to send.
 * @throws {NoSalvageError} if the listing asks for no salvage, or the incident is on another one.
 * @throws {NothingOwedError} if nothing is owed.
 * @throws {TransferFromFailedError} if the token still does not move.
 * @example
 * const { result, request } = await simulateCollectAssigned(client, { salvage, incident: 1n, id, amount: 5n * 10n ** 18n })
 */
export async function simulateCollectAssigned<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCollectAssignedParameters,
): Promise<SimulateCollectAssignedReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link collectAssigned} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCollectAssigned({ salvage, incident: 1n, id, amount: 5n * 10n ** 18n })
 */
export function prepareCollectAssigned(parameters: PrepareCollectAssignedParameters): PrepareCollectAssignedReturnType {
  return prepare(toCall(parameters))
}

function toCall({ salvage, incident, id, amount }: PrepareCollectAssignedParameters) {
  return { abi: salvageAbi, address: salvage, functionName: 'collectAssigned', args: [incident, id, amount] } as const
}
