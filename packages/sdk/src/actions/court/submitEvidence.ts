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

/** What {@link prepareSubmitEvidence} takes. */
export type PrepareSubmitEvidenceParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** A reference, or ciphertext. */
  evidence: string
}

/** What {@link submitEvidence} takes. */
export type SubmitEvidenceParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSubmitEvidenceParameters

/** The hash of the transaction. */
export type SubmitEvidenceReturnType = Hash

/** What {@link submitEvidence} can fail with. */
export type SubmitEvidenceErrorType = WriteErrorType

/** What {@link simulateSubmitEvidence} takes. */
export type SimulateSubmitEvidenceParameters = SimulateOptions & PrepareSubmitEvidenceParameters

/** What {@link simulateSubmitEvidence} returns. */
export type SimulateSubmitEvidenceReturnType = SimulateReturnType<undefined>

/** What {@link simulateSubmitEvidence} can fail with. */
export type SimulateSubmitEvidenceErrorType = SimulateErrorType

/** What {@link prepareSubmitEvidence} returns. */
export type PrepareSubmitEvidenceReturnType = PreparedCall

/**
 * Submits evidence, before the answers or while an arbitrator decides. Anyone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongTimeError} if it is not the time for it.
 * @example
 * const hash = await submitEvidence(wallet, { court, incident: 1n, evidence: 'ipfs://x' })
 */
export async function submitEvidence<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SubmitEvidenceParameters<chain, account>,
): Promise<SubmitEvidenceReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link submitEvidence} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongTimeError} if it is not the time for it.
 * @example
 * const { request } = await simulateSubmitEvidence(client, { court, incident: 1n, evidence: 'ipfs://x' })
 */
export async function simulateSubmitEvidence<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSubmitEvidenceParameters,
): Promise<SimulateSubmitEvidenceReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link submitEvidence} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSubmitEvidence({ court, incident: 1n, evidence: 'ipfs://x' })
 */
export function prepareSubmitEvidence(parameters: PrepareSubmitEvidenceParameters): PrepareSubmitEvidenceReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident, evidence }: PrepareSubmitEvidenceParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'submitEvidence',
    args: [incident, evidence],
  } as const
}
