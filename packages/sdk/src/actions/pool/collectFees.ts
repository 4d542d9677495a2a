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

/** What {@link prepareCollectFees} takes. */
export type PrepareCollectFeesParameters = {
  /** The pool. */
  pool: Address
}

/** What {@link collectFees} takes. */
export type CollectFeesParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCollectFeesParameters

/** The hash of the transaction. */
export type CollectFeesReturnType = Hash

/** What {@link collectFees} can fail with. */
export type CollectFeesErrorType = WriteErrorType

/** What {@link simulateCollectFees} takes. */
export type SimulateCollectFeesParameters = SimulateOptions & PrepareCollectFeesParameters

/** What {@link simulateCollectFees} returns. */
export type SimulateCollectFeesReturnType = SimulateReturnType<undefined>

/** What {@link simulateCollectFees} can fail with. */
export type SimulateCollectFeesErrorType = SimulateErrorType

/** What {@link prepareCollectFees} returns. */
export type PrepareCollectFeesReturnType = PreparedCall

/**
 * Sends the fees owed to the treasury and to the curator. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @example
 * const hash = await collectFees(wallet, { pool })
 */
export async function collectFees<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CollectFeesParameters<chain, account>,
): Promise<CollectFeesReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link collectFees} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @example
 * const { request } = await simulateCollectFees(client, { pool })
 */
export async function simulateCollectFees<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCollectFeesParameters,
): Promise<SimulateCollectFeesReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link collectFees} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCollectFees({ pool })
 */
export function prepareCollectFees(parameters: PrepareCollectFeesParameters): PrepareCollectFeesReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool }: PrepareCollectFeesParameters) {
  return { abi: poolAbi, address: pool, functionName: 'collectFees', args: [] } as const
}
