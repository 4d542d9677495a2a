import {
  bulwarkGovernorAbi,
  decodeProposal,
  getDelegate,
  getProposalState,
  getProposalVotes,
  getVotes,
  getVotingPower,
  hasVoted,
  prepareCastVote,
  prepareDelegateVotes,
  prepareVoteOnDispute,
  type VoteSupport,
  voteSupports,
} from '@bulwark/sdk'
import { type Address, type Hex, zeroAddress } from 'viem'
import { chooseSender } from '../chain/chooseSender.ts'
import { type Connection, connect } from '../chain/connect.ts'
import { moment } from '../chain/format.ts'
import { scanEvents } from '../chain/scanEvents.ts'
import { amountOf, getToken, say } from '../chain/tokens.ts'
import { outcomeData, outcomeSection, transact } from '../chain/transact.ts'
import { NotFoundError, UsageError } from '../errors.ts'
import { parseAddress } from '../parse/parseAddress.ts'
import { parseCount } from '../parse/parseCount.ts'
import { optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

/**
 * `bulwark vote`: votes on a proposal or a dispute, or lists the proposals.
 *
 * @example
 * const { data } = await voteCommand(context)
 */
export async function voteCommand(context: Context): Promise<Result> {
  const { proposal: text, support } = context.args
  const dispute = optionOf(context, 'dispute')
  if (dispute !== undefined) return voteOnDispute(context, dispute)
  const connection = await connect(context)
  const governor = connection.contract('governor')
  const proposals = await listProposals(connection, governor)
  if (text === undefined) return { data: { asOf: connection.asOf, proposals }, view: [tableOf(proposals)] }
  const id = parseCount(text, { what: 'proposal' })
  // Ids are long: the place in the list will do.
  const proposal = proposals.find(({ number, id: known }) => known === id || number === id)
  if (proposal === undefined) {
    throw new NotFoundError(`There is no proposal ${text}.`, { advice: '`bulwark vote` lists them.' })
  }
  if (support === undefined) {
    const calls = proposal.calls.map(({ functionName, to, args }) => [
      `${functionName ?? 'unknown'}(${args.join(', ')})`,
      to,
    ])
    return {
      data: { asOf: connection.asOf, proposal },
      view: [
        tableOf([proposal]),
        { text: proposal.description },
        { columns: ['does', 'on'], rows: calls, empty: 'nothing' },
      ],
    }
  }
  if (!voteSupports.some((known) => known === support)) {
    throw new UsageError(`A vote is not ${JSON.stringify(support)}.`, { advice: 'Write for, against or abstain.' })
  }
  const sender = await chooseSender(context)
  const token = await getToken(connection, connection.contract('governanceToken'))
  const { client } = connection
  const account = sender.address
  const [power, voted] = await Promise.all([
    getVotingPower(client, { governor, account, timepoint: proposal.snapshot }).catch(() => undefined),
    hasVoted(client, { governor, proposal: proposal.id, account }),
  ])
  if (voted) throw new UsageError(`${account} has voted on proposal ${proposal.number} already.`)
  const reason = optionOf(context, 'reason')
  const call = prepareCastVote({ governor, proposal: proposal.id, support: support as VoteSupport, reason })
  const outcome = await transact(context, connection, sender, {
    title: 'Vote',
    facts: [
      ['proposal', `${proposal.number}: ${proposal.description.split('\n')[0]}`],
      ['vote', support],
      ...(power !== undefined ? [['with', say(power, token)] as const] : []),
    ],
    worst: 'it cannot be changed',
    steps: [{ label: `vote ${support}`, contract: 'BulwarkGovernor', call }],
  })
  return {
    data: { asOf: connection.asOf, proposal: proposal.id, support, reason: reason ?? null, ...outcomeData(outcome) },
    view: [outcomeSection(outcome)],
  }
}

async function voteOnDispute(context: Context, text: string): Promise<Result> {
  const dispute = parseCount(text, { what: 'dispute' })
  const choiceText = optionOf(context, 'choice')
  if (choiceText === undefined || context.args.proposal !== undefined) {
    throw new UsageError('A vote on a dispute is --dispute NUMBER --choice NUMBER.', {
      advice: '0 refuses, 1 grants nothing, 2 the award, 3 all that was claimed.',
    })
  }
  const choice = parseCount(choiceText, { what: 'choice', most: 255n })
  const connection = await connect(context)
  const sender = await chooseSender(context)
  const call = prepareVoteOnDispute({ membersAppeal: connection.contract('membersAppeal'), dispute, choice })
  const outcome = await transact(context, connection, sender, {
    title: 'Vote on a dispute',
    facts: [
      ['dispute', String(dispute)],
      ['choice', String(choice)],
    ],
    worst: 'it cannot be changed',
    steps: [{ label: `vote for choice ${choice}`, contract: 'MembersAppeal', call }],
  })
  return {
    data: { asOf: connection.asOf, dispute, choice, ...outcomeData(outcome) },
    view: [outcomeSection(outcome)],
  }
}

async function listProposals(connection: Connection, governor: Address) {
  const { client } = connection
  const events = await scanEvents(connection, {
    ...{ abi: bulwarkGovernorAbi, address: governor, eventName: 'ProposalCreated' },
  })
  return Promise.all(
    events.map(async ({ args }, index) => {
      const { proposalId, proposer, targets, calldatas, voteStart, voteEnd, description } = args as Created
      const [state, votes] = await Promise.all([
        getProposalState(client, { governor, proposal: proposalId }),
        getProposalVotes(client, { governor, proposal: proposalId }),
      ])
      const calls = decodeProposal(targets.map((to, place) => ({ to, data: calldatas[place] as Hex })))
      const number = BigInt(index + 1)
      return { number, id: proposalId, state, votes, proposer, snapshot: voteStart, until: voteEnd, description, calls }
    }),
  )
}

type Created = {
  readonly proposalId: bigint
  readonly proposer: Address
  readonly targets: readonly Address[]
  readonly calldatas: readonly Hex[]
  readonly voteStart: bigint
  readonly voteEnd: bigint
  readonly description: string
}

function tableOf(proposals: Awaited<ReturnType<typeof listProposals>>) {
  const units = { symbol: '', decimals: 18 }
  const rows = proposals.map(({ number, state, votes, until, description }) => [
    ...[String(number), state, say(votes.for, units).trim(), say(votes.against, units).trim()],
    ...[moment(until), description.split('\n')[0]?.slice(0, 60) ?? ''],
  ])
  return { columns: ['proposal', 'state', 'for', 'against', 'until', 'title'], rows, empty: 'Nothing is proposed.' }
}

/**
 * `bulwark delegate`: lets somebody vote with one's tokens, oneself included, or shows who does.
 *
 * @example
 * const { data } = await delegateCommand(context)
 */
export async function delegateCommand(context: Context): Promise<Result> {
  const connection = await connect(context)
  const { client } = connection
  const governanceToken = connection.contract('governanceToken')
  const sender = await chooseSender(context)
  const token = await getToken(connection, governanceToken)
  const account = sender.address
  const [present, votes] = await Promise.all([
    getDelegate(client, { governanceToken, account }),
    getVotes(client, { governanceToken, account }),
  ])
  const { who } = context.args
  const shown = { account, delegate: present, votes: amountOf(votes, token) }
  if (who === undefined) {
    const fields = [
      ['account', account],
      ['votes through', present === zeroAddress ? 'nobody' : present],
      ['votes with', say(votes, token)],
    ] as const
    return { data: { asOf: connection.asOf, ...shown }, view: [{ fields }] }
  }
  const delegatee = who === 'self' ? account : parseAddress(who, 'delegate')
  const outcome = await transact(context, connection, sender, {
    title: 'Delegate',
    facts: [
      ['until now', present === zeroAddress ? 'nobody' : present],
      ['from now on', delegatee],
    ],
    worst: `${delegatee === account ? 'nothing' : 'they vote as you would not, until you delegate anew'}`,
    steps: [
      {
        label: `delegate to ${who === 'self' ? 'yourself' : delegatee}`,
        contract: 'BulwarkToken',
        call: prepareDelegateVotes({ governanceToken, delegatee }),
      },
    ],
  })
  const after = outcome.dryRun ? present : await getDelegate(client, { governanceToken, account })
  return {
    data: { asOf: connection.asOf, ...shown, delegate: after, ...outcomeData(outcome) },
    view: [outcomeSection(outcome)],
  }
}
