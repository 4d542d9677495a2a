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

/** What {@link prepareCollectEarnings} takes. */
export type PrepareCollectEarningsParameters = {
  /** The address of `Court`. */
  court: Address
  /** The stake token, or a bond token. */
  token: Address
  /** Who earned it. */
  earner: Address
}

/** What {@link collectEarnings} takes. */
export type CollectEarningsParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCollectEarningsParameters

/** The hash of the transaction. */
export type CollectEarningsReturnType = Hash

/** What {@link collectEarnings} can fail with. */
export type CollectEarningsErrorType = WriteErrorType

/** What {@link simulateCollectEarnings} takes. */
export type SimulateCollectEarningsParameters = SimulateOptions & PrepareCollectEarningsParameters

/** What {@link simulateCollectEarnings} returns. */
export type SimulateCollectEarningsReturnType = SimulateReturnType<bigint>

/** What {@link simulateCollectEarnings} can fail with. */
export type SimulateCollectEarningsErrorType = SimulateErrorType

/** What {@link prepareCollectEarnings} returns. */
export type PrepareCollectEarningsReturnType = PreparedCall

/**
 * Sends what an account earned as assessor or appellant. Anyone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NothingToCollectError} if there is nothing.
 * @example
 * const hash = await collectEarnings(wallet, { court, token: asset, earner: bob })
 */
export async function collectEarnings<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CollectEarningsParameters<chain, account>,
): Promise<CollectEarningsReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link collectEarnings} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units sent; `request`: the call to send.
 * @throws {NothingToCollectError} if there is nothing.
 * @example
 * const { request } = await simulateCollectEarnings(client, { court, token: asset, earner: bob })
 */
export async function simulateCollectEarnings<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCollectEarningsParameters,
): Promise<SimulateCollectEarningsReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link collectEarnings} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCollectEarnings({ court, token: asset, earner: bob })
 */
export function prepareCollectEarnings(parameters: PrepareCollectEarningsParameters): PrepareCollectEarningsReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, token, earner }: PrepareCollectEarningsParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'collect',
    args: [token, earner],
  } as const
}
