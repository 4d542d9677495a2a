import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
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

/** What {@link prepareWithdraw} takes. */
export type PrepareWithdrawParameters = {
  /** The pool. */
  pool: Address
  /** Units of the pool's asset. */
  assets: bigint
  /** Whose exits: the caller, or an account that made the caller its operator. */
  controller: Address
  /** Who receives the assets. @default the controller */
  receiver?: Address | undefined
}

/** What {@link withdraw} takes. */
export type WithdrawParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareWithdrawParameters

/** The hash of the transaction. */
export type WithdrawReturnType = Hash

/** What {@link withdraw} can fail with. */
export type WithdrawErrorType = WriteErrorType

/** What {@link simulateWithdraw} takes. */
export type SimulateWithdrawParameters = SimulateOptions & PrepareWithdrawParameters

/** What {@link simulateWithdraw} returns. */
export type SimulateWithdrawReturnType = SimulateReturnType<bigint>

/** What {@link simulateWithdraw} can fail with. */
export type SimulateWithdrawErrorType = SimulateErrorType

/** What {@link prepareWithdraw} returns. */
export type PrepareWithdrawReturnType = PreparedCall

/**
 * Claims processed exits by assets (ERC-4626 and 7540).
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {ExceedsClaimableError} if less can be claimed.
 * @throws {NotAuthorisedError} if the caller is neither the controller nor an operator of it.
 * @example
 * const hash = await withdraw(wallet, { pool, assets: 1_000_000n, controller: alice })
 */
export async function withdraw<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: WithdrawParameters<chain, account>,
): Promise<WithdrawReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link withdraw} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: shares that this uses up, rounded up; `request`: the call to send.
 * @throws {ExceedsClaimableError} if less can be claimed.
 * @throws {NotAuthorisedError} if the caller is neither the controller nor an operator of it.
 * @example
 * const { result, request } = await simulateWithdraw(client, { pool, assets: 1_000_000n, controller: alice })
 */
export async function simulateWithdraw<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateWithdrawParameters,
): Promise<SimulateWithdrawReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link withdraw} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareWithdraw({ pool, assets: 1_000_000n, controller: alice })
 */
export function prepareWithdraw(parameters: PrepareWithdrawParameters): PrepareWithdrawReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, assets, controller, receiver = controller }: PrepareWithdrawParameters) {
  return { abi: poolAbi, address: pool, functionName: 'withdraw', args: [assets, receiver, controller] } as const
}
