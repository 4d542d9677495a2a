import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
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

/** What {@link prepareRequestUnstake} takes. */
export type PrepareRequestUnstakeParameters = {
  /** The address of `Court`. */
  court: Address
  /** Units of the stake token, a multiple of the grain. */
  amount: bigint
}

/** What {@link requestUnstake} takes. */
export type RequestUnstakeParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRequestUnstakeParameters

/** The hash of the transaction. */
export type RequestUnstakeReturnType = Hash

/** What {@link requestUnstake} can fail with. */
export type RequestUnstakeErrorType = WriteErrorType

/** What {@link simulateRequestUnstake} takes. */
export type SimulateRequestUnstakeParameters = SimulateOptions & PrepareRequestUnstakeParameters

/** What {@link simulateRequestUnstake} returns. */
export type SimulateRequestUnstakeReturnType = SimulateReturnType<undefined>

/** What {@link simulateRequestUnstake} can fail with. */
export type SimulateRequestUnstakeErrorType = SimulateErrorType

/** What {@link prepareRequestUnstake} returns. */
export type PrepareRequestUnstakeReturnType = PreparedCall

/**
 * Asks stake back: it counts no more in later cases, and can be withdrawn after the delay, once no case that binds it
 * is unsettled.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotOnGrainError} if the amount is zero or no multiple of the grain.
 * @throws {StakeTooSmallError} if it is more than is staked.
 * @example
 * const hash = await requestUnstake(wallet, { court, amount: 10n ** 18n })
 */
export async function requestUnstake<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RequestUnstakeParameters<chain, account>,
): Promise<RequestUnstakeReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link requestUnstake} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {NotOnGrainError} if the amount is zero or no multiple of the grain.
 * @throws {StakeTooSmallError} if it is more than is staked.
 * @example
 * const { request } = await simulateRequestUnstake(client, { court, amount: 10n ** 18n })
 */
export async function simulateRequestUnstake<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRequestUnstakeParameters,
): Promise<SimulateRequestUnstakeReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link requestUnstake} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRequestUnstake({ court, amount: 10n ** 18n })
 */
export function prepareRequestUnstake(parameters: PrepareRequestUnstakeParameters): PrepareRequestUnstakeReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, amount }: PrepareRequestUnstakeParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'requestUnstake',
    args: [amount],
  } as const
}
