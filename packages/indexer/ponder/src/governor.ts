import { bulwarkGovernorAbi } from '@bulwark/sdk/abis'
import type { Address } from 'viem'
import { plain } from '../lib/plain.ts'
import { register } from '../lib/register.ts'
import { set } from '../lib/settings.ts'
import type { Concerns, Indexed } from '../lib/types.ts'
import { governorSettings, proposals, proposalVotes } from '../ponder.schema.ts'

const supports = ['against', 'for', 'abstain'] as const

register('governor', bulwarkGovernorAbi, {
  EIP712DomainChanged: () => ({}),
  LateQuorumVoteExtensionSet: (event) =>
    setting(event, 'lateQuorumVoteExtension', event.args.newVoteExtension, event.args.oldVoteExtension),
  ProposalCanceled: async ({ args, chainId, db }) => {
    await db.update(proposals, { chainId, proposal: args.proposalId }).set({ status: 'cancelled' })
    return {}
  },
  ProposalCreated: async ({ args, chainId, db, origin }) => {
    const { proposalId: proposal, proposer, targets, calldatas, voteStart, voteEnd, description } = args
    await db.insert(proposals).values({
      ...{ chainId, proposal, proposer, targets, values: args.values.map(String), calldatas, voteStart, voteEnd },
      ...{ description: description.replaceAll('\0', '\u{fffd}'), against: 0n, for: 0n, abstain: 0n },
      ...{ status: 'proposed', ...origin },
    })
    return { account: proposer }
  },
  ProposalExecuted: async ({ args, chainId, db }) => {
    await db.update(proposals, { chainId, proposal: args.proposalId }).set({ status: 'executed' })
    return {}
  },
  ProposalExtended: async ({ args, chainId, db }) => {
    await db.update(proposals, { chainId, proposal: args.proposalId }).set({ voteEnd: args.extendedDeadline })
    return {}
  },
  ProposalQueued: async ({ args, chainId, db }) => {
    const { proposalId: proposal, etaSeconds: executableAt } = args
    await db.update(proposals, { chainId, proposal }).set({ status: 'queued', executableAt })
    return {}
  },
  ProposalThresholdSet: (event) =>
    setting(event, 'proposalThreshold', event.args.newProposalThreshold, event.args.oldProposalThreshold),
  QuorumNumeratorUpdated: (event) =>
    setting(event, 'quorumNumerator', event.args.newQuorumNumerator, event.args.oldQuorumNumerator),
  TimelockChange: (event) => setting(event, 'timelock', event.args.newTimelock, event.args.oldTimelock),
  VoteCast: (event) => vote(event),
  VoteCastWithParams: (event) => vote(event),
  VotingDelaySet: (event) => setting(event, 'votingDelay', event.args.newVotingDelay, event.args.oldVotingDelay),
  VotingPeriodSet: (event) => setting(event, 'votingPeriod', event.args.newVotingPeriod, event.args.oldVotingPeriod),
})

async function setting(event: Indexed<unknown>, name: string, value: unknown, previous: unknown): Promise<Concerns> {
  const { chainId, db, place } = event
  await db.insert(governorSettings).values({ chainId, ...place, name, value: plain(value), previous: plain(previous) })
  return set(event, name, value)
}

type Cast = { voter: Address; proposalId: bigint; support: number; weight: bigint; reason: string }

async function vote({ args, chainId, db, place }: Indexed<Cast>): Promise<Concerns> {
  const { voter, proposalId: proposal, weight } = args
  const support = supports[args.support] ?? 'abstain'
  const reason = args.reason.replaceAll('\0', '\u{fffd}')
  await db.insert(proposalVotes).values({ chainId, proposal, voter, support, weight, reason, ...place })
  await db.update(proposals, { chainId, proposal }).set((row) => ({ [support]: row[support] + weight }))
  return { account: voter, amount: weight }
}
