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

/** What {@link prepareRevealAward} takes. */
export type PrepareRevealAwardParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** Billionths of the ratio asserted, at most 1e9. */
  award: bigint
  /** Hash of the written reason. */
  reason: Hex
  /** What made the commitment secret. */
  salt: Hex
}

/** What {@link revealAward} takes. */
export type RevealAwardParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRevealAwardParameters

/** The hash of the transaction. */
export type RevealAwardReturnType = Hash

/** What {@link revealAward} can fail with. */
export type RevealAwardErrorType = WriteErrorType

/** What {@link simulateRevealAward} takes. */
export type SimulateRevealAwardParameters = SimulateOptions & PrepareRevealAwardParameters

/** What {@link simulateRevealAward} returns. */
export type SimulateRevealAwardReturnType = SimulateReturnType<undefined>

/** What {@link simulateRevealAward} can fail with. */
export type SimulateRevealAwardErrorType = SimulateErrorType

/** What {@link prepareRevealAward} returns. */
export type PrepareRevealAwardReturnType = PreparedCall

/**
 * Reveals the award that the caller committed himself to.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongTimeError} if it is not the time for it.
 * @throws {AwardOutOfBoundsError} if the award is too high, or neither nothing nor everything of a root.
 * @throws {NotCommittedError} if it is not what he committed himself to.
 * @example
 * const hash = await revealAward(wallet, { court, incident: 1n, award: 10n ** 9n, reason: dataHash, salt: modelHash })
 */
export async function revealAward<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RevealAwardParameters<chain, account>,
): Promise<RevealAwardReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link revealAward} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongTimeError} if it is not the time for it.
 * @throws {AwardOutOfBoundsError} if the award is too high, or neither nothing nor everything of a root.
 * @throws {NotCommittedError} if it is not what he committed himself to.
 * @example
 * const { request } = await simulateRevealAward(client, { court, incident: 1n, award: 10n ** 9n, reason: dataHash, salt: modelHash })
 */
export async function simulateRevealAward<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRevealAwardParameters,
): Promise<SimulateRevealAwardReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link revealAward} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRevealAward({ court, incident: 1n, award: 10n ** 9n, reason: dataHash, salt: modelHash })
 */
export function prepareRevealAward(parameters: PrepareRevealAwardParameters): PrepareRevealAwardReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident, award, reason, salt }: PrepareRevealAwardParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'reveal',
    args: [incident, award, reason, salt],
  } as const
}
