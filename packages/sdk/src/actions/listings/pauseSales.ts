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

/** What {@link preparePauseSales} takes. */
export type PreparePauseSalesParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** Seconds, at most 7 days. */
  duration: bigint
}

/** What {@link pauseSales} takes. */
export type PauseSalesParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PreparePauseSalesParameters

/** The hash of the transaction. */
export type PauseSalesReturnType = Hash

/** What {@link pauseSales} can fail with. */
export type PauseSalesErrorType = WriteErrorType

/** What {@link simulatePauseSales} takes. */
export type SimulatePauseSalesParameters = SimulateOptions & PreparePauseSalesParameters

/** What {@link simulatePauseSales} returns. */
export type SimulatePauseSalesReturnType = SimulateReturnType<undefined>

/** What {@link simulatePauseSales} can fail with. */
export type SimulatePauseSalesErrorType = SimulateErrorType

/** What {@link preparePauseSales} returns. */
export type PreparePauseSalesReturnType = PreparedCall

/**
 * Pauses new sales for a bounded time. Role: GUARDIAN.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {PauseOutOfBoundsError} if it is too long, or too soon after the last pause.
 * @example
 * const hash = await pauseSales(wallet, { listings, duration: 86_400n })
 */
export async function pauseSales<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: PauseSalesParameters<chain, account>,
): Promise<PauseSalesReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link pauseSales} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {PauseOutOfBoundsError} if it is too long, or too soon after the last pause.
 * @example
 * const { request } = await simulatePauseSales(client, { listings, duration: 86_400n })
 */
export async function simulatePauseSales<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulatePauseSalesParameters,
): Promise<SimulatePauseSalesReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link pauseSales} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = preparePauseSales({ listings, duration: 86_400n })
 */
export function preparePauseSales(parameters: PreparePauseSalesParameters): PreparePauseSalesReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, duration }: PreparePauseSalesParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'pauseSales', args: [duration] } as const
}
