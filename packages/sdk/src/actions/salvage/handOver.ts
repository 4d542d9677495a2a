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

/** What {@link prepareHandOver} takes. */
export type PrepareHandOverParameters = {
  /** The address of `Salvage`. */
  salvage: Address
  /** A granted incident on the cover's risk. */
  incident: bigint
  /** Id of the cover. */
  id: bigint
  /** Token units. */
  amount: bigint
  /** Least payout, units, else all is undone. */
  minPayout: bigint
}

/** What {@link handOver} takes. */
export type HandOverParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareHandOverParameters

/** The hash of the transaction. */
export type HandOverReturnType = Hash

/** What {@link handOver} can fail with. */
export type HandOverErrorType = WriteErrorType

/** What {@link simulateHandOver} takes. */
export type SimulateHandOverParameters = SimulateOptions & PrepareHandOverParameters

/** What {@link simulateHandOver} returns. */
export type SimulateHandOverReturnType = SimulateReturnType<bigint>

/** What {@link simulateHandOver} can fail with. */
export type SimulateHandOverErrorType = SimulateErrorType

/** What {@link prepareHandOver} returns. */
export type PrepareHandOverReturnType = PreparedCall

/**
 * Hands over tokens of the listing, which the caller has approved, and has the cover paid in the same call. The tokens
 * then belong to the pool and are sold. Only the cover's protected account may; its holding must be proven.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NoSalvageError} if the listing asks for no salvage, or the incident is on another one.
 * @throws {OnlyAccountError} if the caller is not the cover's protected account.
 * @throws {AboveHoldingError} if it is more than was proven, insured and not paid on.
 * @throws {TransferFromFailedError} if the token does not move: see {@link reportStuck}.
 * @throws {NothingHandedOverError} if nothing arrived.
 * @throws {PayoutBelowMinimumError} if less than `minPayout` would be paid.
 * @throws {NothingToSettleError} if it is too little to be paid at all.
 * @example
 * const hash = await handOver(wallet, { salvage, incident: 1n, id, amount: 5n * 10n ** 18n, minPayout: 9_000_000n })
 */
export async function handOver<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: HandOverParameters<chain, account>,
): Promise<HandOverReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link handOver} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units paid, to whom the cover's payouts go; `request`: the call to send.
 * @throws {NoSalvageError} if the listing asks for no salvage, or the incident is on another one.
 * @throws {OnlyAccountError} if the caller is not the cover's protected account.
 * @throws {AboveHoldingError} if it is more than was proven, insured and not paid on.
 * @throws {TransferFromFailedError} if the token does not move: see {@link reportStuck}.
 * @throws {NothingHandedOverError} if nothing arrived.
 * @throws {PayoutBelowMinimumError} if less than `minPayout` would be paid.
 * @throws {NothingToSettleError} if it is too little to be paid at all.
 * @example
 * const { result, request } = await simulateHandOver(client, { salvage, incident: 1n, id, amount: 5n * 10n ** 18n, minPayout: 9_000_000n })
 */
export async function simulateHandOver<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateHandOverParameters,
): Promise<SimulateHandOverReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link handOver} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareHandOver({ salvage, incident: 1n, id, amount: 5n * 10n ** 18n, minPayout: 9_000_000n })
 */
export function prepareHandOver(parameters: PrepareHandOverParameters): PrepareHandOverReturnType {
  return prepare(toCall(parameters))
}

function toCall({ salvage, incident, id, amount, minPayout }: PrepareHandOverParameters) {
  return {
    abi: salvageAbi,
    address: salvage,
    functionName: 'handOver',
    args: [incident, id, amount, minPayout],
  } as const
}
