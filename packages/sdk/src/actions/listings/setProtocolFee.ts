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

/** What {@link prepareSetProtocolFee} takes. */
export type PrepareSetProtocolFeeParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** Basis points of the net premium, at most 1,000. */
  fee: number
}

/** What {@link setProtocolFee} takes. */
export type SetProtocolFeeParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetProtocolFeeParameters

/** The hash of the transaction. */
export type SetProtocolFeeReturnType = Hash

/** What {@link setProtocolFee} can fail with. */
export type SetProtocolFeeErrorType = WriteErrorType

/** What {@link simulateSetProtocolFee} takes. */
export type SimulateSetProtocolFeeParameters = SimulateOptions & PrepareSetProtocolFeeParameters

/** What {@link simulateSetProtocolFee} returns. */
export type SimulateSetProtocolFeeReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetProtocolFee} can fail with. */
export type SimulateSetProtocolFeeErrorType = SimulateErrorType

/** What {@link prepareSetProtocolFee} returns. */
export type PrepareSetProtocolFeeReturnType = PreparedCall

/**
 * Sets the protocol fee. Role: REGISTRAR.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {FeeAboveCapError} if it is more than that.
 * @example
 * const hash = await setProtocolFee(wallet, { listings, fee: 500 })
 */
export async function setProtocolFee<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetProtocolFeeParameters<chain, account>,
): Promise<SetProtocolFeeReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setProtocolFee} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {FeeAboveCapError} if it is more than that.
 * @example
 * const { request } = await simulateSetProtocolFee(client, { listings, fee: 500 })
 */
export async function simulateSetProtocolFee<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetProtocolFeeParameters,
): Promise<SimulateSetProtocolFeeReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setProtocolFee} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetProtocolFee({ listings, fee: 500 })
 */
export function prepareSetProtocolFee(parameters: PrepareSetProtocolFeeParameters): PrepareSetProtocolFeeReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, fee }: PrepareSetProtocolFeeParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'setProtocolFee', args: [fee] } as const
}
