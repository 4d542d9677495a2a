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

/** What {@link prepareAppealRuling} takes. */
export type PrepareAppealRulingParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** Wei to send along: the arbitrator's fee; what is too much returns. */
  fee: bigint
}

/** What {@link appealRuling} takes. */
export type AppealRulingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareAppealRulingParameters

/** The hash of the transaction. */
export type AppealRulingReturnType = Hash

/** What {@link appealRuling} can fail with. */
export type AppealRulingErrorType = WriteErrorType

/** What {@link simulateAppealRuling} takes. */
export type SimulateAppealRulingParameters = SimulateOptions & PrepareAppealRulingParameters

/** What {@link simulateAppealRuling} returns. */
export type SimulateAppealRulingReturnType = SimulateReturnType<undefined>

/** What {@link simulateAppealRuling} can fail with. */
export type SimulateAppealRulingErrorType = SimulateErrorType

/** What {@link prepareAppealRuling} returns. */
export type PrepareAppealRulingReturnType = PreparedCall

/**
 * Appeals the arbitrator's own ruling, which only the court may do there. Anyone pays.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {NotInArbitrationError} if no arbitrator decides it now.
 * @throws {FeeTooLowError} if the fee is higher.
 * @example
 * const hash = await appealRuling(wallet, { court, incident: 1n, fee: 10n ** 17n })
 */
export async function appealRuling<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: AppealRulingParameters<chain, account>,
): Promise<AppealRulingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link appealRuling} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {NotInArbitrationError} if no arbitrator decides it now.
 * @throws {FeeTooLowError} if the fee is higher.
 * @example
 * const { request } = await simulateAppealRuling(client, { court, incident: 1n, fee: 10n ** 17n })
 */
export async function simulateAppealRuling<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateAppealRulingParameters,
): Promise<SimulateAppealRulingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link appealRuling} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareAppealRuling({ court, incident: 1n, fee: 10n ** 17n })
 */
export function prepareAppealRuling(parameters: PrepareAppealRulingParameters): PrepareAppealRulingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident, fee }: PrepareAppealRulingParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'appealAgain',
    args: [incident],
    value: fee,
  } as const
}
