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

/** What {@link prepareAnswerEvidence} takes. */
export type PrepareAnswerEvidenceParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** Hash of the evidence that is answered. */
  evidence: Hex
  /** The answer, or a reference to it. */
  text: string
}

/** What {@link answerEvidence} takes. */
export type AnswerEvidenceParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareAnswerEvidenceParameters

/** The hash of the transaction. */
export type AnswerEvidenceReturnType = Hash

/** What {@link answerEvidence} can fail with. */
export type AnswerEvidenceErrorType = WriteErrorType

/** What {@link simulateAnswerEvidence} takes. */
export type SimulateAnswerEvidenceParameters = SimulateOptions & PrepareAnswerEvidenceParameters

/** What {@link simulateAnswerEvidence} returns. */
export type SimulateAnswerEvidenceReturnType = SimulateReturnType<undefined>

/** What {@link simulateAnswerEvidence} can fail with. */
export type SimulateAnswerEvidenceErrorType = SimulateErrorType

/** What {@link prepareAnswerEvidence} returns. */
export type PrepareAnswerEvidenceReturnType = PreparedCall

/**
 * Answers evidence until the commits begin. Anyone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongTimeError} if it is not the time for it.
 * @example
 * const hash = await answerEvidence(wallet, { court, incident: 1n, evidence: dataHash, text: 'ipfs://y' })
 */
export async function answerEvidence<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: AnswerEvidenceParameters<chain, account>,
): Promise<AnswerEvidenceReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link answerEvidence} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongTimeError} if it is not the time for it.
 * @example
 * const { request } = await simulateAnswerEvidence(client, { court, incident: 1n, evidence: dataHash, text: 'ipfs://y' })
 */
export async function simulateAnswerEvidence<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateAnswerEvidenceParameters,
): Promise<SimulateAnswerEvidenceReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link answerEvidence} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareAnswerEvidence({ court, incident: 1n, evidence: dataHash, text: 'ipfs://y' })
 */
export function prepareAnswerEvidence(parameters: PrepareAnswerEvidenceParameters): PrepareAnswerEvidenceReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident, evidence, text }: PrepareAnswerEvidenceParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'answer',
    args: [incident, evidence, text],
  } as const
}
