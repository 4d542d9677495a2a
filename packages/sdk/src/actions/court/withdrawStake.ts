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

/** What {@link prepareWithdrawStake} takes. */
export type PrepareWithdrawStakeParameters = {
  /** The address of `Court`. */
  court: Address
}

/** What {@link withdrawStake} takes. */
export type WithdrawStakeParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareWithdrawStakeParameters

/** The hash of the transaction. */
export type WithdrawStakeReturnType = Hash

/** What {@link withdrawStake} can fail with. */
export type WithdrawStakeErrorType = WriteErrorType

/** What {@link simulateWithdrawStake} takes. */
export type SimulateWithdrawStakeParameters = SimulateOptions & PrepareWithdrawStakeParameters

/** What {@link simulateWithdrawStake} returns. */
export type SimulateWithdrawStakeReturnType = SimulateReturnType<bigint>

/** What {@link simulateWithdrawStake} can fail with. */
export type SimulateWithdrawStakeErrorType = SimulateErrorType

/** What {@link prepareWithdrawStake} returns. */
export type PrepareWithdrawStakeReturnType = PreparedCall

/**
 * Sends the caller what he asked back.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NothingLeavingError} if he asked nothing back.
 * @throws {StakeBoundError} before the delay is over, or while a case binds it.
 * @example
 * const hash = await withdrawStake(wallet, { court })
 */
export async function withdrawStake<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: WithdrawStakeParameters<chain, account>,
): Promise<WithdrawStakeReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link withdrawStake} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units sent; `request`: the call to send.
 * @throws {NothingLeavingError} if he asked nothing back.
 * @throws {StakeBoundError} before the delay is over, or while a case binds it.
 * @example
 * const { request } = await simulateWithdrawStake(client, { court })
 */
export async function simulateWithdrawStake<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateWithdrawStakeParameters,
): Promise<SimulateWithdrawStakeReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link withdrawStake} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareWithdrawStake({ court })
 */
export function prepareWithdrawStake(parameters: PrepareWithdrawStakeParameters): PrepareWithdrawStakeReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court }: PrepareWithdrawStakeParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'withdraw',
    args: [],
  } as const
}
