import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
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

/** What {@link prepareAssertTruth} takes. */
export type PrepareAssertTruthParameters = {
  /** The address of `Optimistic`. */
  optimistic: Address
  /** Incident number. */
  incident: bigint
  /** Most that the caller brings, units of the listing’s currency. */
  maxBond: bigint
}

/** What {@link assertTruth} takes. */
export type AssertTruthParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareAssertTruthParameters

/** The hash of the transaction. */
export type AssertTruthReturnType = Hash

/** What {@link assertTruth} can fail with. */
export type AssertTruthErrorType = WriteErrorType

/** What {@link simulateAssertTruth} takes. */
export type SimulateAssertTruthParameters = SimulateOptions & PrepareAssertTruthParameters

/** What {@link simulateAssertTruth} returns. */
export type SimulateAssertTruthReturnType = SimulateReturnType<Hex>

/** What {@link simulateAssertTruth} can fail with. */
export type SimulateAssertTruthErrorType = SimulateErrorType

/** What {@link prepareAssertTruth} returns. */
export type PrepareAssertTruthReturnType = PreparedCall

/**
 * Asserts an open incident in UMA's oracle. Anyone may, within two days of its opening; the caller has approved UMA's bond to
 * `Optimistic` (see `getRequiredTruthBond`), gets it back from UMA if the assertion is upheld, and loses it if not.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through `Optimistic`.
 * @throws {WrongStatusError} if the incident is not open.
 * @throws {AlreadyPassedOnError} if the second adjudicator decides.
 * @throws {AlreadyAssertedError} if it was asserted in UMA's oracle before.
 * @throws {AssertedTooLateError} more than two days after its opening.
 * @throws {OracleSilentError} if the oracle gives no least bond.
 * @throws {BondAboveMaximumError} if the bond is more than `maxBond`.
 * @throws {BondNotReceivedError} if the currency moved another amount.
 * @example
 * const hash = await assertTruth(wallet, { optimistic, incident: 1n, maxBond: 1_000_000_000n })
 */
export async function assertTruth<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: AssertTruthParameters<chain, account>,
): Promise<AssertTruthReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link assertTruth} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: id of the assertion in UMA's oracle; `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through `Optimistic`.
 * @throws {WrongStatusError} if the incident is not open.
 * @throws {AlreadyPassedOnError} if the second adjudicator decides.
 * @throws {AlreadyAssertedError} if it was asserted in UMA's oracle before.
 * @throws {AssertedTooLateError} more than two days after its opening.
 * @throws {OracleSilentError} if the oracle gives no least bond.
 * @throws {BondAboveMaximumError} if the bond is more than `maxBond`.
 * @throws {BondNotReceivedError} if the currency moved another amount.
 * @example
 * const { result, request } = await simulateAssertTruth(client, { optimistic, incident: 1n, maxBond: 1_000_000_000n })
 */
export async function simulateAssertTruth<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateAssertTruthParameters,
): Promise<SimulateAssertTruthReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link assertTruth} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareAssertTruth({ optimistic, incident: 1n, maxBond: 1_000_000_000n })
 */
export function prepareAssertTruth(parameters: PrepareAssertTruthParameters): PrepareAssertTruthReturnType {
  return prepare(toCall(parameters))
}

function toCall({ optimistic, incident, maxBond }: PrepareAssertTruthParameters) {
  return {
    abi: optimisticAbi,
    address: optimistic,
    functionName: 'assertTruth',
    args: [incident, maxBond],
  } as const
}
