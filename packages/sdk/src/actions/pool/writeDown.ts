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

/** What {@link prepareWriteDown} takes. */
export type PrepareWriteDownParameters = {
  /** The pool. */
  pool: Address
}

/** What {@link writeDown} takes. */
export type WriteDownParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareWriteDownParameters

/** The hash of the transaction. */
export type WriteDownReturnType = Hash

/** What {@link writeDown} can fail with. */
export type WriteDownErrorType = WriteErrorType

/** What {@link simulateWriteDown} takes. */
export type SimulateWriteDownParameters = SimulateOptions & PrepareWriteDownParameters

/** What {@link simulateWriteDown} returns. */
export type SimulateWriteDownReturnType = SimulateReturnType<undefined>

/** What {@link simulateWriteDown} can fail with. */
export type SimulateWriteDownErrorType = SimulateErrorType

/** What {@link prepareWriteDown} returns. */
export type PrepareWriteDownReturnType = PreparedCall

/**
 * Writes the ledger of a pool down to its balance, when its asset has shrunk. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NothingToWriteDownError} if the balance covers the ledger.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const hash = await writeDown(wallet, { pool })
 */
export async function writeDown<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: WriteDownParameters<chain, account>,
): Promise<WriteDownReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link writeDown} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NothingToWriteDownError} if the balance covers the ledger.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { request } = await simulateWriteDown(client, { pool })
 */
export async function simulateWriteDown<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateWriteDownParameters,
): Promise<SimulateWriteDownReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link writeDown} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareWriteDown({ pool })
 */
export function prepareWriteDown(parameters: PrepareWriteDownParameters): PrepareWriteDownReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool }: PrepareWriteDownParameters) {
  return { abi: poolAbi, address: pool, functionName: 'writeDown', args: [] } as const
}
