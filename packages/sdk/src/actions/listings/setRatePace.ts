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

/** What {@link prepareSetRatePace} takes. */
export type PrepareSetRatePaceParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** Seconds in which a rate may double. */
  riseTime: bigint
  /** Seconds in which a rate may fall by a tenth. */
  fallTime: bigint
}

/** What {@link setRatePace} takes. */
export type SetRatePaceParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetRatePaceParameters

/** The hash of the transaction. */
export type SetRatePaceReturnType = Hash

/** What {@link setRatePace} can fail with. */
export type SetRatePaceErrorType = WriteErrorType

/** What {@link simulateSetRatePace} takes. */
export type SimulateSetRatePaceParameters = SimulateOptions & PrepareSetRatePaceParameters

/** What {@link simulateSetRatePace} returns. */
export type SimulateSetRatePaceReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetRatePace} can fail with. */
export type SimulateSetRatePaceErrorType = SimulateErrorType

/** What {@link prepareSetRatePace} returns. */
export type PrepareSetRatePaceReturnType = PreparedCall

/**
 * Sets how fast posted rates may move. Role: REGISTRAR.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {PaceOutOfBoundsError} if one is out of its bounds.
 * @example
 * const hash = await setRatePace(wallet, { listings, riseTime: 86_400n, fallTime: 172_800n })
 */
export async function setRatePace<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetRatePaceParameters<chain, account>,
): Promise<SetRatePaceReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setRatePace} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {PaceOutOfBoundsError} if one is out of its bounds.
 * @example
 * const { request } = await simulateSetRatePace(client, { listings, riseTime: 86_400n, fallTime: 172_800n })
 */
export async function simulateSetRatePace<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetRatePaceParameters,
): Promise<SimulateSetRatePaceReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setRatePace} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetRatePace({ listings, riseTime: 86_400n, fallTime: 172_800n })
 */
export function prepareSetRatePace(parameters: PrepareSetRatePaceParameters): PrepareSetRatePaceReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, riseTime, fallTime }: PrepareSetRatePaceParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'setRatePace', args: [riseTime, fallTime] } as const
}
