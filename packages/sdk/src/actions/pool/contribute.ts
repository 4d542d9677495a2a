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

/** What {@link prepareContribute} takes. */
export type PrepareContributeParameters = {
  /** The pool. */
  pool: Address
  /** Units of the pool's asset, which the caller has approved. */
  assets: bigint
}

/** What {@link contribute} takes. */
export type ContributeParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareContributeParameters

/** The hash of the transaction. */
export type ContributeReturnType = Hash

/** What {@link contribute} can fail with. */
export type ContributeErrorType = WriteErrorType

/** What {@link simulateContribute} takes. */
export type SimulateContributeParameters = SimulateOptions & PrepareContributeParameters

/** What {@link simulateContribute} returns. */
export type SimulateContributeReturnType = SimulateReturnType<undefined>

/** What {@link simulateContribute} can fail with. */
export type SimulateContributeErrorType = SimulateErrorType

/** What {@link prepareContribute} returns. */
export type PrepareContributeReturnType = PreparedCall

/**
 * Gives assets to a pool for nothing: fundings below 1 are lifted, the rest streams in. What came back of a loss comes
 * by {@link recover} instead. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {ZeroAmountError} if it is nothing.
 * @throws {TransferFromFailedError} if the allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const hash = await contribute(wallet, { pool, assets: 1_000_000n })
 */
export async function contribute<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ContributeParameters<chain, account>,
): Promise<ContributeReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link contribute} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {ZeroAmountError} if it is nothing.
 * @throws {TransferFromFailedError} if the allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { request } = await simulateContribute(client, { pool, assets: 1_000_000n })
 */
export async function simulateContribute<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateContributeParameters,
): Promise<SimulateContributeReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link contribute} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareContribute({ pool, assets: 1_000_000n })
 */
export function prepareContribute(parameters: PrepareContributeParameters): PrepareContributeReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, assets }: PrepareContributeParameters) {
  return { abi: poolAbi, address: pool, functionName: 'contribute', args: [assets] } as const
}
