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

/** What {@link prepareProcessRedeem} takes. */
export type PrepareProcessRedeemParameters = {
  /** The pool. */
  pool: Address
  /** The most requests to serve. */
  max: bigint
}

/** What {@link processRedeem} takes. */
export type ProcessRedeemParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareProcessRedeemParameters

/** The hash of the transaction. */
export type ProcessRedeemReturnType = Hash

/** What {@link processRedeem} can fail with. */
export type ProcessRedeemErrorType = WriteErrorType

/** What {@link simulateProcessRedeem} takes. */
export type SimulateProcessRedeemParameters = SimulateOptions & PrepareProcessRedeemParameters

/** What {@link simulateProcessRedeem} returns. */
export type SimulateProcessRedeemReturnType = SimulateReturnType<bigint>

/** What {@link simulateProcessRedeem} can fail with. */
export type SimulateProcessRedeemErrorType = SimulateErrorType

/** What {@link prepareProcessRedeem} returns. */
export type PrepareProcessRedeemReturnType = PreparedCall

/**
 * Serves exits in order, in part if need be, as far as the requirement allows. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {CooldownNotOverError} if the oldest request is not due.
 * @throws {ExitNotPayableError} if the capital is needed.
 * @throws {ExitsFrozenError} while an incident is open.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const hash = await processRedeem(wallet, { pool, max: 10n })
 */
export async function processRedeem<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ProcessRedeemParameters<chain, account>,
): Promise<ProcessRedeemReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link processRedeem} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units set aside; `request`: the call to send.
 * @throws {CooldownNotOverError} if the oldest request is not due.
 * @throws {ExitNotPayableError} if the capital is needed.
 * @throws {ExitsFrozenError} while an incident is open.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { result, request } = await simulateProcessRedeem(client, { pool, max: 10n })
 */
export async function simulateProcessRedeem<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateProcessRedeemParameters,
): Promise<SimulateProcessRedeemReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link processRedeem} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareProcessRedeem({ pool, max: 10n })
 */
export function prepareProcessRedeem(parameters: PrepareProcessRedeemParameters): PrepareProcessRedeemReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, max }: PrepareProcessRedeemParameters) {
  return { abi: poolAbi, address: pool, functionName: 'processRedeem', args: [max] } as const
}
