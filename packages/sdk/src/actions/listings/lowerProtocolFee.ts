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

/** What {@link prepareLowerProtocolFee} takes. */
export type PrepareLowerProtocolFeeParameters = {
  /** The address of `Listings`. */
  listings: Address
  /** Basis points of the net premium, at most what it is. */
  fee: number
}

/** What {@link lowerProtocolFee} takes. */
export type LowerProtocolFeeParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareLowerProtocolFeeParameters

/** The hash of the transaction. */
export type LowerProtocolFeeReturnType = Hash

/** What {@link lowerProtocolFee} can fail with. */
export type LowerProtocolFeeErrorType = WriteErrorType

/** What {@link simulateLowerProtocolFee} takes. */
export type SimulateLowerProtocolFeeParameters = SimulateOptions & PrepareLowerProtocolFeeParameters

/** What {@link simulateLowerProtocolFee} returns. */
export type SimulateLowerProtocolFeeReturnType = SimulateReturnType<undefined>

/** What {@link simulateLowerProtocolFee} can fail with. */
export type SimulateLowerProtocolFeeErrorType = SimulateErrorType

/** What {@link prepareLowerProtocolFee} returns. */
export type PrepareLowerProtocolFeeReturnType = PreparedCall

/**
 * Lowers the protocol fee. Role: RISK_REDUCER.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {FeeAboveCapError} if it is more than the fee that holds.
 * @example
 * const hash = await lowerProtocolFee(wallet, { listings, fee: 300 })
 */
export async function lowerProtocolFee<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: LowerProtocolFeeParameters<chain, account>,
): Promise<LowerProtocolFeeReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link lowerProtocolFee} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {FeeAboveCapError} if it is more than the fee that holds.
 * @example
 * const { request } = await simulateLowerProtocolFee(client, { listings, fee: 300 })
 */
export async function simulateLowerProtocolFee<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateLowerProtocolFeeParameters,
): Promise<SimulateLowerProtocolFeeReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link lowerProtocolFee} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareLowerProtocolFee({ listings, fee: 300 })
 */
export function prepareLowerProtocolFee(
  parameters: PrepareLowerProtocolFeeParameters,
): PrepareLowerProtocolFeeReturnType {
  return prepare(toCall(parameters))
}

function toCall({ listings, fee }: PrepareLowerProtocolFeeParameters) {
  return { abi: listingsAbi, address: listings, functionName: 'lowerProtocolFee', args: [fee] } as const
}
