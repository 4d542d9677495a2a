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

/** What {@link prepareSetCurator} takes. */
export type PrepareSetCuratorParameters = {
  /** The pool. */
  pool: Address
  /** The new curator. */
  curator: Address
}

/** What {@link setCurator} takes. */
export type SetCuratorParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetCuratorParameters

/** The hash of the transaction. */
export type SetCuratorReturnType = Hash

/** What {@link setCurator} can fail with. */
export type SetCuratorErrorType = WriteErrorType

/** What {@link simulateSetCurator} takes. */
export type SimulateSetCuratorParameters = SimulateOptions & PrepareSetCuratorParameters

/** What {@link simulateSetCurator} returns. */
export type SimulateSetCuratorReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetCurator} can fail with. */
export type SimulateSetCuratorErrorType = SimulateErrorType

/** What {@link prepareSetCurator} returns. */
export type PrepareSetCuratorReturnType = PreparedCall

/**
 * Hands a pool over to another curator. Announced by {@link submit}.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @throws {NotExecutableError} if it was not announced, or its delay is not over.
 * @throws {ZeroAddressError} if it is the zero address.
 * @example
 * const hash = await setCurator(wallet, { pool, curator: bob })
 */
export async function setCurator<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetCuratorParameters<chain, account>,
): Promise<SetCuratorReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setCurator} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @throws {NotExecutableError} if it was not announced, or its delay is not over.
 * @throws {ZeroAddressError} if it is the zero address.
 * @example
 * const { request } = await simulateSetCurator(client, { pool, curator: bob })
 */
export async function simulateSetCurator<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetCuratorParameters,
): Promise<SimulateSetCuratorReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setCurator} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetCurator({ pool, curator: bob })
 */
export function prepareSetCurator(parameters: PrepareSetCuratorParameters): PrepareSetCuratorReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, curator }: PrepareSetCuratorParameters) {
  return { abi: poolAbi, address: pool, functionName: 'setCurator', args: [curator] } as const
}
