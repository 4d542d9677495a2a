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

/** What {@link prepareAppealAward} takes. */
export type PrepareAppealAwardParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** Wei to send along: the arbitrator's fee; what is too much returns. */
  fee: bigint
}

/** What {@link appealAward} takes. */
export type AppealAwardParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareAppealAwardParameters

/** The hash of the transaction. */
export type AppealAwardReturnType = Hash

/** What {@link appealAward} can fail with. */
export type AppealAwardErrorType = WriteErrorType

/** What {@link simulateAppealAward} takes. */
export type SimulateAppealAwardParameters = SimulateOptions & PrepareAppealAwardParameters

/** What {@link simulateAppealAward} returns. */
export type SimulateAppealAwardReturnType = SimulateReturnType<bigint>

/** What {@link simulateAppealAward} can fail with. */
export type SimulateAppealAwardErrorType = SimulateErrorType

/** What {@link prepareAppealAward} returns. */
export type PrepareAppealAwardReturnType = PreparedCall

/**
 * Appeals an award, or the lack of a quorum, to the listing's arbitrator. Anyone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongTimeError} if it is not the time for it.
 * @throws {AlreadyAppealedError} if it was appealed.
 * @throws {FeeTooLowError} if the fee is higher.
 * @example
 * const hash = await appealAward(wallet, { court, incident: 1n, fee: 10n ** 17n })
 */
export async function appealAward<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: AppealAwardParameters<chain, account>,
): Promise<AppealAwardReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link appealAward} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: the dispute's number at the arbitrator; `request`: the call to send.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongTimeError} if it is not the time for it.
 * @throws {AlreadyAppealedError} if it was appealed.
 * @throws {FeeTooLowError} if the fee is higher.
 * @example
 * const { request } = await simulateAppealAward(client, { court, incident: 1n, fee: 10n ** 17n })
 */
export async function simulateAppealAward<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateAppealAwardParameters,
): Promise<SimulateAppealAwardReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link appealAward} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareAppealAward({ court, incident: 1n, fee: 10n ** 17n })
 */
export function prepareAppealAward(parameters: PrepareAppealAwardParameters): PrepareAppealAwardReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident, fee }: PrepareAppealAwardParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'appeal',
    args: [incident],
    value: fee,
  } as const
}
