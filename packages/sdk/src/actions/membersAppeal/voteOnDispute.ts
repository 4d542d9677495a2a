import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
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

/** What {@link prepareVoteOnDispute} takes. */
export type PrepareVoteOnDisputeParameters = {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
  /** Number of the dispute. */
  dispute: bigint
  /** One of its choices; 0 to refuse. */
  choice: bigint
}

/** What {@link voteOnDispute} takes. */
export type VoteOnDisputeParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareVoteOnDisputeParameters

/** The hash of the transaction. */
export type VoteOnDisputeReturnType = Hash

/** What {@link voteOnDispute} can fail with. */
export type VoteOnDisputeErrorType = WriteErrorType

/** What {@link simulateVoteOnDispute} takes. */
export type SimulateVoteOnDisputeParameters = SimulateOptions & PrepareVoteOnDisputeParameters

/** What {@link simulateVoteOnDispute} returns. */
export type SimulateVoteOnDisputeReturnType = SimulateReturnType<undefined>

/** What {@link simulateVoteOnDispute} can fail with. */
export type SimulateVoteOnDisputeErrorType = SimulateErrorType

/** What {@link prepareVoteOnDispute} returns. */
export type PrepareVoteOnDisputeReturnType = PreparedCall

/**
 * Votes on a dispute with all the votes that the caller had, or was delegated, the second before it began.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownDisputeError} if there is none.
 * @throws {WrongVoteTimeError} if the vote is over.
 * @throws {ChoiceOutOfBoundsError} if it is not offered.
 * @throws {AlreadyVotedError} if he voted.
 * @throws {NoVotesError} if he had none.
 * @example
 * const hash = await voteOnDispute(wallet, { membersAppeal, dispute: 1n, choice: 3n })
 */
export async function voteOnDispute<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: VoteOnDisputeParameters<chain, account>,
): Promise<VoteOnDisputeReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link voteOnDispute} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {UnknownDisputeError} if there is none.
 * @throws {WrongVoteTimeError} if the vote is over.
 * @throws {ChoiceOutOfBoundsError} if it is not offered.
 * @throws {AlreadyVotedError} if he voted.
 * @throws {NoVotesError} if he had none.
 * @example
 * const { request } = await simulateVoteOnDispute(client, { membersAppeal, dispute: 1n, choice: 3n })
 */
export async function simulateVoteOnDispute<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateVoteOnDisputeParameters,
): Promise<SimulateVoteOnDisputeReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link voteOnDispute} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareVoteOnDispute({ membersAppeal, dispute: 1n, choice: 3n })
 */
export function prepareVoteOnDispute(parameters: PrepareVoteOnDisputeParameters): PrepareVoteOnDisputeReturnType {
  return prepare(toCall(parameters))
}

function toCall({ membersAppeal, dispute, choice }: PrepareVoteOnDisputeParameters) {
  return {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'vote',
    args: [dispute, choice],
  } as const
}
