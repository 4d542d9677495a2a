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

/** What {@link prepareCommitAward} takes. */
export type PrepareCommitAwardParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** What `hashAward` computes. */
  commitment: Hex
}

/** What {@link commitAward} takes. */
export type CommitAwardParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCommitAwardParameters

/** The hash of the transaction. */
export type CommitAwardReturnType = Hash

/** What {@link commitAward} can fail with. */
export type CommitAwardErrorType = WriteErrorType

/** What {@link simulateCommitAward} takes. */
export type SimulateCommitAwardParameters = SimulateOptions & PrepareCommitAwardParameters

/** What {@link simulateCommitAward} returns. */
export type SimulateCommitAwardReturnType = SimulateReturnType<undefined>

/** What {@link simulateCommitAward} can fail with. */
export type SimulateCommitAwardErrorType = SimulateErrorType

/** What {@link prepareCommitAward} returns. */
export type PrepareCommitAwardReturnType = PreparedCall

/**
 * Commits the caller to an award. Not to reveal it costs a part of his stake.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongTimeError} if it is not the time for it.
 * @throws {AlreadyCommittedError} if he committed before, or is barred.
 * @throws {StakeTooSmallError} if he had too little stake when the loss was asserted, or all of it is locked.
 * @throws {ConflictOfInterestError} if he holds too many shares of the pool named at the opening.
 * @example
 * const hash = await commitAward(wallet, { court, incident: 1n, commitment: dataHash })
 */
export async function commitAward<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CommitAwardParameters<chain, account>,
): Promise<CommitAwardReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link commitAward} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongTimeError} if it is not the time for it.
 * @throws {AlreadyCommittedError} if he committed before, or is barred.
 * @throws {StakeTooSmallError} if he had too little stake when the loss was asserted, or all of it is locked.
 * @throws {ConflictOfInterestError} if he holds too many shares of the pool named at the opening.
 * @example
 * const { request } = await simulateCommitAward(client, { court, incident: 1n, commitment: dataHash })
 */
export async function simulateCommitAward<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCommitAwardParameters,
): Promise<SimulateCommitAwardReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link commitAward} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCommitAward({ court, incident: 1n, commitment: dataHash })
 */
export function prepareCommitAward(parameters: PrepareCommitAwardParameters): PrepareCommitAwardReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident, commitment }: PrepareCommitAwardParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'commit',
    args: [incident, commitment],
  } as const
}
