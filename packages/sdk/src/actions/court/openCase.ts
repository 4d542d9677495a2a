import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
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

/** What {@link prepareOpenCase} takes. */
export type PrepareOpenCaseParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** A pool that has sold cover on the risk. */
  pool: Address
}

/** What {@link openCase} takes. */
export type OpenCaseParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareOpenCaseParameters

/** The hash of the transaction. */
export type OpenCaseReturnType = Hash

/** What {@link openCase} can fail with. */
export type OpenCaseErrorType = WriteErrorType

/** What {@link simulateOpenCase} takes. */
export type SimulateOpenCaseParameters = SimulateOptions & PrepareOpenCaseParameters

/** What {@link simulateOpenCase} returns. */
export type SimulateOpenCaseReturnType = SimulateReturnType<undefined>

/** What {@link simulateOpenCase} can fail with. */
export type SimulateOpenCaseErrorType = SimulateErrorType

/** What {@link prepareOpenCase} returns. */
export type PrepareOpenCaseReturnType = PreparedCall

/**
 * Opens the case of an incident that the court decides now. Anyone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {CaseExistsError} if it was opened.
 * @throws {NotOursError} if the incident is decided, or by another adjudicator.
 * @throws {TooLateToOpenError} if what is left until its deadline does not suffice.
 * @throws {NoInterestOfError} if that pool has sold no cover on it.
 * @example
 * const hash = await openCase(wallet, { court, incident: 1n, pool })
 */
export async function openCase<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: OpenCaseParameters<chain, account>,
): Promise<OpenCaseReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link openCase} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {CaseExistsError} if it was opened.
 * @throws {NotOursError} if the incident is decided, or by another adjudicator.
 * @throws {TooLateToOpenError} if what is left until its deadline does not suffice.
 * @throws {NoInterestOfError} if that pool has sold no cover on it.
 * @example
 * const { request } = await simulateOpenCase(client, { court, incident: 1n, pool })
 */
export async function simulateOpenCase<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateOpenCaseParameters,
): Promise<SimulateOpenCaseReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link openCase} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareOpenCase({ court, incident: 1n, pool })
 */
export function prepareOpenCase(parameters: PrepareOpenCaseParameters): PrepareOpenCaseReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident, pool }: PrepareOpenCaseParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'openCase',
    args: [incident, pool],
  } as const
}
