import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
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
import { type VoteSupport, voteSupports } from '../../types/governance.ts'

/** What {@link prepareCastVote} takes. */
export type PrepareCastVoteParameters = {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** Its id. */
  proposal: bigint
  /** For, against or abstaining. */
  support: VoteSupport
  /** Why, published with the vote. @default none */
  reason?: string | undefined
}

/** What {@link castVote} takes. */
export type CastVoteParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCastVoteParameters

/** The hash of the transaction. */
export type CastVoteReturnType = Hash

/** What {@link castVote} can fail with. */
export type CastVoteErrorType = WriteErrorType

/** What {@link simulateCastVote} takes. */
export type SimulateCastVoteParameters = SimulateOptions & PrepareCastVoteParameters

/** What {@link simulateCastVote} returns. */
export type SimulateCastVoteReturnType = SimulateReturnType<bigint>

/** What {@link simulateCastVote} can fail with. */
export type SimulateCastVoteErrorType = SimulateErrorType

/** What {@link prepareCastVote} returns. */
export type PrepareCastVoteReturnType = PreparedCall

/**
 * Votes on a proposal.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {GovernorUnexpectedProposalStateError} if it is not the time for it.
 * @throws {GovernorAlreadyCastVoteError} if the account has voted.
 * @example
 * const hash = await castVote(wallet, { governor, proposal: id, support: 'for', reason: 'It is too cheap' })
 */
export async function castVote<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CastVoteParameters<chain, account>,
): Promise<CastVoteReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link castVote} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {GovernorUnexpectedProposalStateError} if it is not the time for it.
 * @throws {GovernorAlreadyCastVoteError} if the account has voted.
 * @example
 * const { request } = await simulateCastVote(client, { governor, proposal: id, support: 'for', reason: 'It is too cheap' })
 */
export async function simulateCastVote<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCastVoteParameters,
): Promise<SimulateCastVoteReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link castVote} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCastVote({ governor, proposal: id, support: 'for', reason: 'It is too cheap' })
 */
export function prepareCastVote(parameters: PrepareCastVoteParameters): PrepareCastVoteReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governor, proposal, support, reason }: PrepareCastVoteParameters) {
  const code = voteSupports.indexOf(support)
  if (reason === undefined) {
    const args = [proposal, code] as const
    return { abi: bulwarkGovernorAbi, address: governor, functionName: 'castVote', args } as const
  }
  const args = [proposal, code, reason] as const
  return { abi: bulwarkGovernorAbi, address: governor, functionName: 'castVoteWithReason', args } as const
}
