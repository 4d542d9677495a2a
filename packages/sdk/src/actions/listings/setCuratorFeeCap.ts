import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
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

/** What {@link prepareSetCuratorFeeCap} takes. */
export type PrepareSetCuratorFeeCapParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** Basis points of the net premium, at most 2,000. */
  cap: number
}

/** What {@link setCuratorFeeCap} takes. */
export type SetCuratorFeeCapParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetCuratorFeeCapParameters

/** The hash of the transaction. */
export type SetCuratorFeeCapReturnType = Hash

/** What {@link setCuratorFeeCap} can fail with. */
export type SetCuratorFeeCapErrorType = WriteErrorType

/** What {@link simulateSetCuratorFeeCap} takes. */
export type SimulateSetCuratorFeeCapParameters = SimulateOptions & PrepareSetCuratorFeeCapParameters

/** What {@link simulateSetCuratorFeeCap} returns. */
export type SimulateSetCuratorFeeCapReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetCuratorFeeCap} can fail with. */
export type SimulateSetCuratorFeeCapErrorType = SimulateErrorType

/** What {@link prepareSetCuratorFeeCap} returns. */
export type PrepareSetCuratorFeeCapReturnType = PreparedCall

/**
 * Sets the cap of the fees that curators set from now on. Role: REGISTRAR.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {FeeAboveCapError} if it is more than that.
 * @example
 * const hash = await setCuratorFeeCap(wallet, { listings, cap: 1_000 })
 */
export async function setCuratorFeeCap<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetCuratorFeeCapParameters<chain, account>,
): Promise<SetCuratorFeeCapReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setCuratorFeeCap} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {FeeAboveCapError} if it is more than that.
 * @example
 * const { request } = await simulateSetCuratorFeeCap(client, { listings, cap: 1_000 })
 */
export async function simulateSetCuratorFeeCap<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetCuratorFeeCapParameters,
): Promise<SimulateSetCuratorFeeCapReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setCuratorFeeCap} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetCuratorFeeCap({ listings, cap: 1_000 })
 */
export function prepareSetCuratorFeeCap(
  parameters: PrepareSetCuratorFeeCapParameters,
): PrepareSetCuratorFeeCapReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, cap }: PrepareSetCuratorFeeCapParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'setCuratorFeeCap', args: [cap] } as const
}
