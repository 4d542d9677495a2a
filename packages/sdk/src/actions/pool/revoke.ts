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

/** What {@link prepareRevoke} takes. */
export type PrepareRevokeParameters = {
  /** The pool. */
  pool: Address
  /** The encoded call, as it was announced. */
  data: Hex
}

/** What {@link revoke} takes. */
export type RevokeParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRevokeParameters

/** The hash of the transaction. */
export type RevokeReturnType = Hash

/** What {@link revoke} can fail with. */
export type RevokeErrorType = WriteErrorType

/** What {@link simulateRevoke} takes. */
export type SimulateRevokeParameters = SimulateOptions & PrepareRevokeParameters

/** What {@link simulateRevoke} returns. */
export type SimulateRevokeReturnType = SimulateReturnType<undefined>

/** What {@link simulateRevoke} can fail with. */
export type SimulateRevokeErrorType = SimulateErrorType

/** What {@link prepareRevoke} returns. */
export type PrepareRevokeReturnType = PreparedCall

/**
 * Withdraws an announced change to a pool.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @throws {NotExecutableError} if it was not announced, or its delay is not over.
 * @example
 * const { data } = prepareSetCuratorFee({ pool, fee: 500 })
 * const hash = await revoke(wallet, { pool, data })
 */
export async function revoke<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RevokeParameters<chain, account>,
): Promise<RevokeReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link revoke} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {OnlyCuratorError} if the caller is not the curator.
 * @throws {NotExecutableError} if it was not announced, or its delay is not over.
 * @example
 * const { data } = prepareSetCuratorFee({ pool, fee: 500 })
 * const { request } = await simulateRevoke(client, { pool, data })
 */
export async function simulateRevoke<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRevokeParameters,
): Promise<SimulateRevokeReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link revoke} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const { data } = prepareSetCuratorFee({ pool, fee: 500 })
 * const call = prepareRevoke({ pool, data })
 */
export function prepareRevoke(parameters: PrepareRevokeParameters): PrepareRevokeReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, data }: PrepareRevokeParameters) {
  return { abi: poolAbi, address: pool, functionName: 'revoke', args: [data] } as const
}
