import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
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

/** What {@link prepareRecover} takes. */
export type PrepareRecoverParameters = {
  /** The address of `Incidents`. */
  incidents: Address
  /** Incident number. */
  incident: bigint
  /** The pool that paid for it. */
  pool: Address
  /** Units of the pool's asset, which the caller has approved to `Incidents`. */
  amount: bigint
}

/** What {@link recover} takes. */
export type RecoverParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRecoverParameters

/** The hash of the transaction. */
export type RecoverReturnType = Hash

/** What {@link recover} can fail with. */
export type RecoverErrorType = WriteErrorType

/** What {@link simulateRecover} takes. */
export type SimulateRecoverParameters = SimulateOptions & PrepareRecoverParameters

/** What {@link simulateRecover} returns. */
export type SimulateRecoverReturnType = SimulateReturnType<bigint>

/** What {@link simulateRecover} can fail with. */
export type SimulateRecoverErrorType = SimulateErrorType

/** What {@link prepareRecover} returns. */
export type PrepareRecoverReturnType = PreparedCall

/**
 * Passes on money that came back, from a thief or an estate, for what a pool paid: first to its holders who were paid
 * short, then to the pool, to which it streams in. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {WrongStatusError} if the incident was not granted.
 * @throws {UnknownPoolError} if it is no pool of the protocol.
 * @throws {NothingRecoveredError} if nothing arrived.
 * @throws {TransferFromFailedError} if the caller's allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const hash = await recover(wallet, { incidents, incident: 1n, pool, amount: 5_000_000_000n })
 */
export async function recover<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RecoverParameters<chain, account>,
): Promise<RecoverReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link recover} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units kept for holders of a finished incident, the rest went to the pool; `request`: the call to
 *   send.
 * @throws {WrongStatusError} if the incident was not granted.
 * @throws {UnknownPoolError} if it is no pool of the protocol.
 * @throws {NothingRecoveredError} if nothing arrived.
 * @throws {TransferFromFailedError} if the caller's allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { result, request } = await simulateRecover(client, { incidents, incident: 1n, pool, amount: 5_000_000_000n })
 */
export async function simulateRecover<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRecoverParameters,
): Promise<SimulateRecoverReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link recover} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRecover({ incidents, incident: 1n, pool, amount: 5_000_000_000n })
 */
export function prepareRecover(parameters: PrepareRecoverParameters): PrepareRecoverReturnType {
  return prepare(toCall(parameters))
}

function toCall({ incidents, incident, pool, amount }: PrepareRecoverParameters) {
  return { abi: incidentsAbi, address: incidents, functionName: 'recover', args: [incident, pool, amount] } as const
}
