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

/** What {@link prepareSetTreasury} takes. */
export type PrepareSetTreasuryParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** The receiver. */
  treasury: Address
}

/** What {@link setTreasury} takes. */
export type SetTreasuryParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetTreasuryParameters

/** The hash of the transaction. */
export type SetTreasuryReturnType = Hash

/** What {@link setTreasury} can fail with. */
export type SetTreasuryErrorType = WriteErrorType

/** What {@link simulateSetTreasury} takes. */
export type SimulateSetTreasuryParameters = SimulateOptions & PrepareSetTreasuryParameters

/** What {@link simulateSetTreasury} returns. */
export type SimulateSetTreasuryReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetTreasury} can fail with. */
export type SimulateSetTreasuryErrorType = SimulateErrorType

/** What {@link prepareSetTreasury} returns. */
export type PrepareSetTreasuryReturnType = PreparedCall

/**
 * Sets who receives protocol fees and forfeited bonds. Role: REGISTRAR.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {ZeroAddressError} if it is the zero address.
 * @example
 * const hash = await setTreasury(wallet, { listings, treasury: bob })
 */
export async function setTreasury<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetTreasuryParameters<chain, account>,
): Promise<SetTreasuryReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setTreasury} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {ZeroAddressError} if it is the zero address.
 * @example
 * const { request } = await simulateSetTreasury(client, { listings, treasury: bob })
 */
export async function simulateSetTreasury<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetTreasuryParameters,
): Promise<SimulateSetTreasuryReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setTreasury} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetTreasury({ listings, treasury: bob })
 */
export function prepareSetTreasury(parameters: PrepareSetTreasuryParameters): PrepareSetTreasuryReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, treasury }: PrepareSetTreasuryParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'setTreasury', args: [treasury] } as const
}
