import { z } from '@hono/zod-openapi'
import { defineFields } from '../fields/defineFields.ts'
import {
  address,
  addressOrNobody,
  bytes,
  flag,
  from,
  hash,
  integer,
  json,
  moment,
  momentOrNever,
  nullable,
  oneOf,
  seconds,
  small,
  text,
  whole,
} from '../fields/kinds.ts'
import { AddressParameter, IdParameter } from '../schemas/common.ts'
import { defineList, requireRow } from './defineList.ts'
import { defineOne } from './defineOne.ts'
import type { Endpoint } from './Endpoint.ts'

const tag = 'Governance'
const params = { proposal: IdParameter }

const Proposal = defineFields('Proposal', {
  ...{ proposal: integer, proposer: address, targets: json, values: json, calldatas: json, description: text },
  ...{ voteStart: moment, voteEnd: moment, against: whole, for: whole, abstain: whole },
  ...{ status: oneOf('proposed', 'cancelled', 'queued', 'executed'), executableAt: momentOrNever },
  phase: oneOf('pending', 'voting', 'counted', 'queued', 'executable', 'executed', 'cancelled'),
  ...{ createdBlock: integer, createdAt: moment, createdTransaction: hash },
})

/** Which phase a proposal is in follows from the time of the block; whether it won, from the governor's quorum. */
const proposalSelect = (now: number): string => `e.*, CASE e.status WHEN 'proposed' THEN
      CASE WHEN e.vote_start > ${now} THEN 'pending' WHEN e.vote_end >= ${now} THEN 'voting' ELSE 'counted' END
    WHEN 'queued' THEN CASE WHEN e.executable_at <= ${now} THEN 'executable' ELSE 'queued' END
    ELSE e.status END AS phase
  FROM proposals e`

const ProposalVote = defineFields('ProposalVote', {
  ...{ proposal: integer, voter: address, support: oneOf('against', 'for', 'abstain'), weight: whole, reason: text },
  ...{ blockNumber: integer, at: from('timestamp', moment), transactionHash: hash },
})

const Member = defineFields('Member', {
  ...{ account: address, balance: whole, delegate: addressOrNobody, votes: whole },
})

const ScheduledCall = defineFields('ScheduledCall', {
  ...{ scheduler: oneOf('timelock', 'accessManager'), id: hash, number: integer, caller: addressOrNobody },
  ...{ target: address, value: integer, data: bytes, predecessor: nullable(hash), executableAt: moment },
  ...{ status: oneOf('scheduled', 'executed', 'cancelled'), createdBlock: integer, createdAt: moment },
  createdTransaction: hash,
})

const Role = defineFields('Role', {
  ...{ contract: oneOf('accessManager', 'timelock'), role: text, label: nullable(text), account: address },
  ...{ member: flag, since: momentOrNever, delay: seconds },
  ...{ blockNumber: integer, at: from('timestamp', moment), transactionHash: hash },
})

const FunctionRole = defineFields('FunctionRole', {
  ...{ target: address, selector: bytes, role: text, label: nullable(text) },
  ...{ blockNumber: integer, at: from('timestamp', moment), transactionHash: hash },
})

const ManagedTarget = defineFields('ManagedTarget', {
  ...{ target: address, closed: flag, adminDelay: seconds, adminDelaySince: momentOrNever },
})

const GovernorSetting = defineFields('GovernorSetting', {
  ...{ name: text, value: json, previous: json, blockNumber: integer, logIndex: small },
  ...{ at: from('timestamp', moment), transactionHash: hash },
})

const listProposals = defineList({
  ...{ name: 'listProposals', path: '/v1/proposals', tag, summary: 'Proposals, the latest first', fields: Proposal },
  filters: {
    status: { schema: z.enum(['proposed', 'cancelled', 'queued', 'executed']), condition: 'e.status = ?' },
    proposer: { schema: AddressParameter, condition: 'e.proposer = ?' },
  },
  select: ({ timestamp: { unix } }) => proposalSelect(unix),
  order: [
    { column: 'e.created_block', key: 'createdBlock', kind: 'number' },
    { column: 'e.proposal', key: 'proposal', kind: 'number' },
  ],
})

const getProposal = defineOne({
  ...{ name: 'getProposal', path: '/v1/proposals/{proposal}', tag, params, what: 'proposal', schema: Proposal.schema },
  summary: 'A proposal with its calls and its count',
  async read({ rows, deployment, asOf }, { params: { proposal = '' } }) {
    const text = `SELECT ${proposalSelect(asOf.timestamp.unix)} WHERE e.chain_id = $1 AND e.proposal = $2`
    const [row] = await rows<Record<string, unknown>>(text, [deployment.chainId, proposal])
    return row && Proposal.map(row)
  },
})

const listProposalVotes = defineList({
  ...{ name: 'listProposalVotes', path: '/v1/proposals/{proposal}/votes', tag, params, fields: ProposalVote },
  ...{ summary: 'Votes on a proposal, the heaviest first', select: 'e.* FROM proposal_votes e' },
  filters: {
    support: { schema: z.enum(['against', 'for', 'abstain']), condition: 'e.support = ?' },
    voter: { schema: AddressParameter, condition: 'e.voter = ?' },
  },
  where: ({ proposal = '' }, where) => where.and('e.proposal = ?', proposal),
  order: [
    { column: 'e.weight', key: 'weight', kind: 'number' },
    { column: 'e.voter', key: 'voter', kind: 'text' },
  ],
  require: requireRow('SELECT 1 FROM proposals WHERE chain_id = $1 AND proposal = $2', 'proposal', 'proposal'),
})

const listDelegates = defineList({
  ...{ name: 'listDelegates', path: '/v1/delegates', tag, summary: 'Members by votes', fields: Member },
  filters: {
    delegate: {
      schema: AddressParameter.openapi({ description: 'Those who delegate to this account.' }),
      condition: 'e.delegate = ?',
    },
  },
  select: 'e.* FROM members e',
  order: [
    { column: 'e.votes', key: 'votes', kind: 'number' },
    { column: 'e.account', key: 'account', kind: 'text' },
  ],
})

const listCalls = defineList({
  ...{ name: 'listScheduledCalls', path: '/v1/calls', tag, fields: ScheduledCall },
  summary: 'Restricted calls that wait or waited in the timelock and the access manager',
  filters: {
    status: { schema: z.enum(['scheduled', 'executed', 'cancelled']), condition: 'e.status = ?' },
    target: { schema: AddressParameter, condition: 'e.target = ?' },
    scheduler: { schema: z.enum(['timelock', 'accessManager']), condition: 'e.scheduler = ?' },
  },
  select: 'e.* FROM scheduled_calls e',
  order: [
    { column: 'e.created_block', key: 'createdBlock', kind: 'number' },
    { column: 'e.scheduler', key: 'scheduler', kind: 'text' },
    { column: 'e.id', key: 'id', kind: 'text' },
    { column: 'e.number', key: 'number', kind: 'number' },
  ],
})

const listRoles = defineList({
  ...{ name: 'listRoles', path: '/v1/roles', tag, summary: 'Who holds, or held, which role', fields: Role },
  filters: {
    account: { schema: AddressParameter, condition: 'e.account = ?' },
    contract: { schema: z.enum(['accessManager', 'timelock']), condition: 'e.contract = ?' },
    member: { schema: z.enum(['true', 'false']), condition: 'e.member = ?::boolean' },
  },
  select: `e.*, s.label FROM roles e LEFT JOIN role_settings s
    ON s.chain_id = e.chain_id AND s.contract = e.contract AND s.role = e.role`,
  order: [
    { column: 'e.contract', key: 'contract', kind: 'text' },
    { column: 'e.role', key: 'role', kind: 'text' },
    { column: 'e.account', key: 'account', kind: 'text' },
  ],
  direction: 'asc',
})

const listFunctions = defineList({
  ...{ name: 'listRestrictedFunctions', path: '/v1/functions', tag, fields: FunctionRole },
  summary: 'Which role may call which restricted function',
  filters: { target: { schema: AddressParameter, condition: 'e.target = ?' } },
  select: `e.*, s.label FROM function_roles e LEFT JOIN role_settings s
    ON s.chain_id = e.chain_id AND s.contract = 'accessManager' AND s.role = e.role`,
  order: [
    { column: 'e.target', key: 'target', kind: 'text' },
    { column: 'e.selector', key: 'selector', kind: 'text' },
  ],
  direction: 'asc',
})

const listTargets = defineList({
  ...{ name: 'listManagedTargets', path: '/v1/targets', tag, fields: ManagedTarget },
  ...{ summary: 'What the access manager knows of contracts', select: 'e.* FROM managed_targets e' },
  order: [{ column: 'e.target', key: 'target', kind: 'text' }],
  direction: 'asc',
})

const listGovernorSettings = defineList({
  ...{ name: 'listGovernorSettings', path: '/v1/governor/settings', tag, fields: GovernorSetting },
  ...{ summary: "The governor's parameters, each change", select: 'e.* FROM governor_settings e' },
  order: [
    { column: 'e.block_number', key: 'blockNumber', kind: 'number' },
    { column: 'e.log_index', key: 'logIndex', kind: 'number' },
  ],
})

/** What can be asked about governance. */
export const governanceEndpoints: readonly Endpoint[] = [
  ...[listProposals, getProposal, listProposalVotes, listDelegates, listCalls, listRoles, listFunctions, listTargets],
  listGovernorSettings,
]
