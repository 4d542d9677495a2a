import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
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

/** What {@link prepareSetPayee} takes. */
export type PrepareSetPayeeParameters = {
  /** The address of `Covers`. */
  covers: Address
  /** Id of the cover. */
  id: bigint
  /** Who is paid; zero: the owner. */
  payee: Address
}

/** What {@link setPayee} takes. */
export type SetPayeeParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetPayeeParameters

/** The hash of the transaction. */
export type SetPayeeReturnType = Hash

/** What {@link setPayee} can fail with. */
export type SetPayeeErrorType = WriteErrorType

/** What {@link simulateSetPayee} takes. */
export type SimulateSetPayeeParameters = SimulateOptions & PrepareSetPayeeParameters

/** What {@link simulateSetPayee} returns. */
export type SimulateSetPayeeReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetPayee} can fail with. */
export type SimulateSetPayeeErrorType = SimulateErrorType

/** What {@link prepareSetPayee} returns. */
export type PrepareSetPayeeReturnType = PreparedCall

/**
 * Names who is paid for a cover instead of its owner. A transfer clears it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {OnlyOwnerOfError} if the caller neither owns the cover nor is approved for it.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const hash = await setPayee(wallet, { covers, id, payee: bob })
 */
export async function setPayee<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetPayeeParameters<chain, account>,
): Promise<SetPayeeReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setPayee} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {OnlyOwnerOfError} if the caller neither owns the cover nor is approved for it.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const { request } = await simulateSetPayee(client, { covers, id, payee: bob })
 */
export async function simulateSetPayee<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetPayeeParameters,
): Promise<SimulateSetPayeeReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setPayee} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetPayee({ covers, id, payee: bob })
 */
export function prepareSetPayee(parameters: PrepareSetPayeeParameters): PrepareSetPayeeReturnType {
  return prepare(toCall(parameters))
}

function toCall({ covers, id, payee }: PrepareSetPayeeParameters) {
  return { abi: coversAbi, address: covers, functionName: 'setPayee', args: [id, payee] } as const
}
