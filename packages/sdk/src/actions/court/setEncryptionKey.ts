import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
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

/** What {@link prepareSetEncryptionKey} takes. */
export type PrepareSetEncryptionKeyParameters = {
  /** The address of `Court`. */
  court: Address
  /** At most 1,024 bytes. */
  key: Hex
}

/** What {@link setEncryptionKey} takes. */
export type SetEncryptionKeyParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetEncryptionKeyParameters

/** The hash of the transaction. */
export type SetEncryptionKeyReturnType = Hash

/** What {@link setEncryptionKey} can fail with. */
export type SetEncryptionKeyErrorType = WriteErrorType

/** What {@link simulateSetEncryptionKey} takes. */
export type SimulateSetEncryptionKeyParameters = SimulateOptions & PrepareSetEncryptionKeyParameters

/** What {@link simulateSetEncryptionKey} returns. */
export type SimulateSetEncryptionKeyReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetEncryptionKey} can fail with. */
export type SimulateSetEncryptionKeyErrorType = SimulateErrorType

/** What {@link prepareSetEncryptionKey} returns. */
export type PrepareSetEncryptionKeyReturnType = PreparedCall

/**
 * Publishes a key with which parties can encrypt evidence for the caller; it is kept in an event only.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidConfigError} if the key is too long.
 * @example
 * const hash = await setEncryptionKey(wallet, { court, key: '0x04ab' })
 */
export async function setEncryptionKey<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetEncryptionKeyParameters<chain, account>,
): Promise<SetEncryptionKeyReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setEncryptionKey} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {InvalidConfigError} if the key is too long.
 * @example
 * const { request } = await simulateSetEncryptionKey(client, { court, key: '0x04ab' })
 */
export async function simulateSetEncryptionKey<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetEncryptionKeyParameters,
): Promise<SimulateSetEncryptionKeyReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setEncryptionKey} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetEncryptionKey({ court, key: '0x04ab' })
 */
export function prepareSetEncryptionKey(
  parameters: PrepareSetEncryptionKeyParameters,
): PrepareSetEncryptionKeyReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, key }: PrepareSetEncryptionKeyParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'setEncryptionKey',
    args: [key],
  } as const
}
