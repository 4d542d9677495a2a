import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
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

/** What {@link prepareRelease} takes. */
export type PrepareReleaseParameters = {
  /** The pool. */
  pool: Address
  /** Id of the risk; see `getRiskId`. */
  risk: Hex
}

/** What {@link release} takes. */
export type ReleaseParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareReleaseParameters

/** The hash of the transaction. */
export type ReleaseReturnType = Hash

/** What {@link release} can fail with. */
export type ReleaseErrorType = WriteErrorType

/** What {@link simulateRelease} takes. */
export type SimulateReleaseParameters = SimulateOptions & PrepareReleaseParameters

/** What {@link simulateRelease} returns. */
export type SimulateReleaseReturnType = SimulateReturnType<bigint>

/** What {@link simulateRelease} can fail with. */
export type SimulateReleaseErrorType = SimulateErrorType

/** What {@link prepareRelease} returns. */
export type PrepareReleaseReturnType = PreparedCall

/**
 * Frees the exposure of a risk that has run off. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NothingToReleaseError} if nothing has run off, or an incident freezes it.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const hash = await release(wallet, { pool, risk: getRiskId({ listing: 1n }) })
 */
export async function release<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ReleaseParameters<chain, account>,
): Promise<ReleaseReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link release} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: grains released; `request`: the call to send.
 * @throws {NothingToReleaseError} if nothing has run off, or an incident freezes it.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { result, request } = await simulateRelease(client, { pool, risk: getRiskId({ listing: 1n }) })
 */
export async function simulateRelease<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateReleaseParameters,
): Promise<SimulateReleaseReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link release} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRelease({ pool, risk: getRiskId({ listing: 1n }) })
 */
export function prepareRelease(parameters: PrepareReleaseParameters): PrepareReleaseReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, risk }: PrepareReleaseParameters) {
  return { abi: poolAbi, address: pool, functionName: 'release', args: [risk] } as const
}
