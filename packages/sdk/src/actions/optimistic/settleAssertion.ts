import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { optimisticAbi } from '../../abis/optimisticAbi.ts'
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

/** What {@link prepareSettleAssertion} takes. */
export type PrepareSettleAssertionParameters = {
  /** The address of `Optimistic`. */
  optimistic: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link settleAssertion} takes. */
export type SettleAssertionParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSettleAssertionParameters

/** The hash of the transaction. */
export type SettleAssertionReturnType = Hash

/** What {@link settleAssertion} can fail with. */
export type SettleAssertionErrorType = WriteErrorType

/** What {@link simulateSettleAssertion} takes. */
export type SimulateSettleAssertionParameters = SimulateOptions & PrepareSettleAssertionParameters

/** What {@link simulateSettleAssertion} returns. */
export type SimulateSettleAssertionReturnType = SimulateReturnType<undefined>

/** What {@link simulateSettleAssertion} can fail with. */
export type SimulateSettleAssertionErrorType = SimulateErrorType

/** What {@link prepareSettleAssertion} returns. */
export type PrepareSettleAssertionReturnType = PreparedCall

/**
 * Settles an incident's assertion in UMA's oracle, unless somebody did, and takes the ruling into `Incidents`. Anyone may
 * call it, once nobody can dispute any more or UMA has voted.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotAssertedError} if it was not asserted in UMA's oracle.
 * @throws {WrongStatusError} if the incident is not open.
 * @throws {NotRuledError} if the second adjudicator decides and has not ruled.
 * @example
 * const hash = await settleAssertion(wallet, { optimistic, incident: 1n })
 */
export async function settleAssertion<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SettleAssertionParameters<chain, account>,
): Promise<SettleAssertionReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link settleAssertion} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotAssertedError} if it was not asserted in UMA's oracle.
 * @throws {WrongStatusError} if the incident is not open.
 * @throws {NotRuledError} if the second adjudicator decides and has not ruled.
 * @example
 * const { request } = await simulateSettleAssertion(client, { optimistic, incident: 1n })
 */
export async function simulateSettleAssertion<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSettleAssertionParameters,
): Promise<SimulateSettleAssertionReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link settleAssertion} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSettleAssertion({ optimistic, incident: 1n })
 */
export function prepareSettleAssertion(parameters: PrepareSettleAssertionParameters): PrepareSettleAssertionReturnType {
  return prepare(toCall(parameters))
}

function toCall({ optimistic, incident }: PrepareSettleAssertionParameters) {
  return {
    abi: optimisticAbi,
    address: optimistic,
    functionName: 'settleAssertion',
    args: [incident],
  } as const
}
