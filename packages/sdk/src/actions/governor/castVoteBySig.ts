import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
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

/** What {@link prepareCastVoteBySig} takes. */
export type PrepareCastVoteBySigParameters = {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** Its id. */
  proposal: bigint
  /** For, against or abstaining. */
  support: VoteSupport
  /** Who signed. */
  voter: Address
  /** What `signVote` returned. */
  signature: Hex
}

/** What {@link castVoteBySig} takes. */
export type CastVoteBySigParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCastVoteBySigParameters

/** The hash of the transaction. */
export type CastVoteBySigReturnType = Hash

/** What {@link castVoteBySig} can fail with. */
export type CastVoteBySigErrorType = WriteErrorType

/** What {@link simulateCastVoteBySig} takes. */
export type SimulateCastVoteBySigParameters = SimulateOptions & PrepareCastVoteBySigParameters

/** What {@link simulateCastVoteBySig} returns. */
export type SimulateCastVoteBySigReturnType = SimulateReturnType<bigint>

/** What {@link simulateCastVoteBySig} can fail with. */
export type SimulateCastVoteBySigErrorType = SimulateErrorType

/** What {@link prepareCastVoteBySig} returns. */
export type PrepareCastVoteBySigReturnType = PreparedCall

/**
 * Sends the vote that somebody signed. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {GovernorUnexpectedProposalStateError} if it is not the time for it.
 * @throws {GovernorInvalidSignatureError} if the voter did not sign this.
 * @example
 * const hash = await castVoteBySig(wallet, { governor, proposal: id, support: 'for', voter: alice, signature })
 */
export async function castVoteBySig<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CastVoteBySigParameters<chain, account>,
): Promise<CastVoteBySigReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link castVoteBySig} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {GovernorUnexpectedProposalStateError} if it is not the time for it.
 * @throws {GovernorInvalidSignatureError} if the voter did not sign this.
 * @example
 * const { request } = await simulateCastVoteBySig(client, { governor, proposal: id, support: 'for', voter: alice, signature })
 */
export async function simulateCastVoteBySig<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCastVoteBySigParameters,
): Promise<SimulateCastVoteBySigReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link castVoteBySig} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCastVoteBySig({ governor, proposal: id, support: 'for', voter: alice, signature })
 */
export function prepareCastVoteBySig(parameters: PrepareCastVoteBySigParameters): PrepareCastVoteBySigReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governor, proposal, support, voter, signature }: PrepareCastVoteBySigParameters) {
  const args = [proposal, voteSupports.indexOf(support), voter, signature] as const
  return { abi: bulwarkGovernorAbi, address: governor, functionName: 'castVoteBySig', args } as const
}
