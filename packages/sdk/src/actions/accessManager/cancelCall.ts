import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
import { bulwarkAccessManagerAbi } from '../../abis/bulwarkAccessManagerAbi.ts'
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

/** What {@link prepareCancelCall} takes. */
export type PrepareCancelCallParameters = {
  /** The address of `BulwarkAccessManager`. */
  accessManager: Address
  /** Who announced it. */
  caller: Address
  /** The contract. */
  target: Address
  /** The encoded call. */
  data: Hex
}

/** What {@link cancelCall} takes. */
export type CancelCallParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCancelCallParameters

/** The hash of the transaction. */
export type CancelCallReturnType = Hash

/** What {@link cancelCall} can fail with. */
export type CancelCallErrorType = WriteErrorType

/** What {@link simulateCancelCall} takes. */
export type SimulateCancelCallParameters = SimulateOptions & PrepareCancelCallParameters

/** What {@link simulateCancelCall} returns. */
export type SimulateCancelCallReturnType = SimulateReturnType<bigint>

/** What {@link simulateCancelCall} can fail with. */
export type SimulateCancelCallErrorType = SimulateErrorType

/** What {@link prepareCancelCall} returns. */
export type PrepareCancelCallReturnType = PreparedCall

/**
 * Withdraws a call that was announced.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagerNotScheduledError} if it was not.
 * @example
 * const hash = await cancelCall(wallet, { accessManager, caller: alice, target: listings, data: dataHash })
 */
export async function cancelCall<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CancelCallParameters<chain, account>,
): Promise<CancelCallReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link cancelCall} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagerNotScheduledError} if it was not.
 * @example
 * const { request } = await simulateCancelCall(client, { accessManager, caller: alice, target: listings, data: dataHash })
 */
export async function simulateCancelCall<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCancelCallParameters,
): Promise<SimulateCancelCallReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link cancelCall} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCancelCall({ accessManager, caller: alice, target: listings, data: dataHash })
 */
export function prepareCancelCall(parameters: PrepareCancelCallParameters): PrepareCancelCallReturnType {
  return prepare(toCall(parameters))
}

function toCall({ accessManager, caller, target, data }: PrepareCancelCallParameters) {
  return {
    abi: bulwarkAccessManagerAbi,
    address: accessManager,
    functionName: 'cancel',
    args: [caller, target, data],
  } as const
}
