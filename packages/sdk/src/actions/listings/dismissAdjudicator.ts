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

/** What {@link prepareDismissAdjudicator} takes. */
export type PrepareDismissAdjudicatorParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** The adjudicator. */
  adjudicator: Address
}

/** What {@link dismissAdjudicator} takes. */
export type DismissAdjudicatorParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareDismissAdjudicatorParameters

/** The hash of the transaction. */
export type DismissAdjudicatorReturnType = Hash

/** What {@link dismissAdjudicator} can fail with. */
export type DismissAdjudicatorErrorType = WriteErrorType

/** What {@link simulateDismissAdjudicator} takes. */
export type SimulateDismissAdjudicatorParameters = SimulateOptions & PrepareDismissAdjudicatorParameters

/** What {@link simulateDismissAdjudicator} returns. */
export type SimulateDismissAdjudicatorReturnType = SimulateReturnType<undefined>

/** What {@link simulateDismissAdjudicator} can fail with. */
export type SimulateDismissAdjudicatorErrorType = SimulateErrorType

/** What {@link prepareDismissAdjudicator} returns. */
export type PrepareDismissAdjudicatorReturnType = PreparedCall

/**
 * Dismisses an adjudicator for new sales. Role: RISK_REDUCER.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {AccessManagerNotScheduledError} if it was not scheduled ahead.
 * @example
 * const hash = await dismissAdjudicator(wallet, { listings, adjudicator })
 */
export async function dismissAdjudicator<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: DismissAdjudicatorParameters<chain, account>,
): Promise<DismissAdjudicatorReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link dismissAdjudicator} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {AccessManagerNotScheduledError} if it was not scheduled ahead.
 * @example
 * const { request } = await simulateDismissAdjudicator(client, { listings, adjudicator })
 */
export async function simulateDismissAdjudicator<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateDismissAdjudicatorParameters,
): Promise<SimulateDismissAdjudicatorReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link dismissAdjudicator} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareDismissAdjudicator({ listings, adjudicator })
 */
export function prepareDismissAdjudicator(
  parameters: PrepareDismissAdjudicatorParameters,
): PrepareDismissAdjudicatorReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, adjudicator }: PrepareDismissAdjudicatorParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'dismissAdjudicator', args: [adjudicator] } as const
}
