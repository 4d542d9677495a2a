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

/** What {@link prepareCollectPayout} takes. */
export type PrepareCollectPayoutParameters = {
  /** The pool. */
  pool: Address
  /** Whose they are. */
  recipient: Address
}

/** What {@link collectPayout} takes. */
export type CollectPayoutParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCollectPayoutParameters

/** The hash of the transaction. */
export type CollectPayoutReturnType = Hash

/** What {@link collectPayout} can fail with. */
export type CollectPayoutErrorType = WriteErrorType

/** What {@link simulateCollectPayout} takes. */
export type SimulateCollectPayoutParameters = SimulateOptions & PrepareCollectPayoutParameters

/** What {@link simulateCollectPayout} returns. */
export type SimulateCollectPayoutReturnType = SimulateReturnType<bigint>

/** What {@link simulateCollectPayout} can fail with. */
export type SimulateCollectPayoutErrorType = SimulateErrorType

/** What {@link prepareCollectPayout} returns. */
export type PrepareCollectPayoutReturnType = PreparedCall

/**
 * Sends payouts and commissions that could not be pushed. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NothingToCollectError} if nothing is kept.
 * @example
 * const hash = await collectPayout(wallet, { pool, recipient: alice })
 */
export async function collectPayout<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CollectPayoutParameters<chain, account>,
): Promise<CollectPayoutReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link collectPayout} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units sent; `request`: the call to send.
 * @throws {NothingToCollectError} if nothing is kept.
 * @example
 * const { result, request } = await simulateCollectPayout(client, { pool, recipient: alice })
 */
export async function simulateCollectPayout<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCollectPayoutParameters,
): Promise<SimulateCollectPayoutReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link collectPayout} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCollectPayout({ pool, recipient: alice })
 */
export function prepareCollectPayout(parameters: PrepareCollectPayoutParameters): PrepareCollectPayoutReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, recipient }: PrepareCollectPayoutParameters) {
  return { abi: poolAbi, address: pool, functionName: 'collect', args: [recipient] } as const
}
