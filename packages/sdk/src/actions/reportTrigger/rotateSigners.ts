import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
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

/** What {@link prepareRotateSigners} takes. */
export type PrepareRotateSignersParameters = {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** Listing number. */
  listing: bigint
  /** Addresses, ascending, at most 16. */
  members: readonly Address[]
  /** How many must sign: at least 2, and more than half. */
  threshold: number
}

/** What {@link rotateSigners} takes. */
export type RotateSignersParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRotateSignersParameters

/** The hash of the transaction. */
export type RotateSignersReturnType = Hash

/** What {@link rotateSigners} can fail with. */
export type RotateSignersErrorType = WriteErrorType

/** What {@link simulateRotateSigners} takes. */
export type SimulateRotateSignersParameters = SimulateOptions & PrepareRotateSignersParameters

/** What {@link simulateRotateSigners} returns. */
export type SimulateRotateSignersReturnType = SimulateReturnType<undefined>

/** What {@link simulateRotateSigners} can fail with. */
export type SimulateRotateSignersErrorType = SimulateErrorType

/** What {@link prepareRotateSigners} returns. */
export type PrepareRotateSignersReturnType = PreparedCall

/**
 * Schedules another set of signers, for events that begin after the listing's delay. Caller: the listing's rotator.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {WrongSourceError} if reports of the listing come from a Functions network.
 * @throws {NotTheRotatorError} if the caller is not the rotator.
 * @throws {InvalidConfigError} if the set is not ascending, too large, or its threshold not above half.
 * @throws {SignerIsStruckOffError} if a member was struck off.
 * @example
 * const hash = await rotateSigners(wallet, { reportTrigger, listing: 1n, members: [alice, bob], threshold: 2 })
 */
export async function rotateSigners<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RotateSignersParameters<chain, account>,
): Promise<RotateSignersReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link rotateSigners} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {WrongSourceError} if reports of the listing come from a Functions network.
 * @throws {NotTheRotatorError} if the caller is not the rotator.
 * @throws {InvalidConfigError} if the set is not ascending, too large, or its threshold not above half.
 * @throws {SignerIsStruckOffError} if a member was struck off.
 * @example
 * const { request } = await simulateRotateSigners(client, { reportTrigger, listing: 1n, members: [alice, bob], threshold: 2 })
 */
export async function simulateRotateSigners<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRotateSignersParameters,
): Promise<SimulateRotateSignersReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link rotateSigners} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRotateSigners({ reportTrigger, listing: 1n, members: [alice, bob], threshold: 2 })
 */
export function prepareRotateSigners(parameters: PrepareRotateSignersParameters): PrepareRotateSignersReturnType {
  return prepare(toCall(parameters))
}

function toCall({ reportTrigger, listing, members, threshold }: PrepareRotateSignersParameters) {
  return {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'rotate',
    args: [listing, members, threshold],
  } as const
}
