import { z } from '@hono/zod-openapi'
import { defineFields } from '../fields/defineFields.ts'
import {
  address,
  billionths,
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
  small,
  whole,
} from '../fields/kinds.ts'
import { AddressParameter, IdParameter } from '../schemas/common.ts'
import { type DefineListParameters, defineList, requireRow } from './defineList.ts'
import { defineOne } from './defineOne.ts'
import type { Endpoint } from './Endpoint.ts'

const tag = 'Court'
const params = { case: IdParameter }
const onCase = requireRow('SELECT 1 FROM court_cases WHERE chain_id = $1 AND incident = $2', 'case', 'case')

const Case = defineFields('Case', {
  ...{ incident: integer, listing: integer, pool: address, version: small, snapshot: moment, commitFrom: moment },
  ...{ revealFrom: moment, revealUntil: moment, appealUntil: moment, committed: billionths, amount: billionths },
  ...{ appellant: nullable(address), dispute: nullable(integer), arbitrateUntil: momentOrNever },
  ...{ outcome: oneOf('pending', 'decided', 'undecided'), settled: flag, award: nullable(billionths) },
  ...{ near: nullable(billionths), pot: nullable(whole), fee: nullable(whole), settledAt: momentOrNever },
  phase: oneOf('preparing', 'committing', 'revealing', 'appealing', 'arbitrated', 'waiting', 'settled'),
  ...{ createdBlock: integer, createdAt: moment, createdTransaction: hash },
})

/** Which phase a case is in follows from the time of the block. */
const caseSelect = (now: number): string => `e.*, CASE WHEN e.settled THEN 'settled'
    WHEN e.commit_from > ${now} THEN 'preparing' WHEN e.reveal_from > ${now} THEN 'committing'
    WHEN e.reveal_until > ${now} THEN 'revealing' WHEN e.dispute IS NOT NULL THEN 'arbitrated'
    WHEN e.appeal_until > ${now} THEN 'appealing' ELSE 'waiting' END AS phase
  FROM court_cases e`

const Vote = defineFields('Vote', {
  ...{ incident: integer, assessor: address, weight: billionths, committedAt: momentOrNever },
  ...{ revealedAt: momentOrNever, award: nullable(billionths), reason: nullable(hash), barred: flag, unseated: flag },
  slashed: whole,
})

const CountedPool = defineFields('CountedPool', {
  ...{ incident: integer, pool: address, amount: billionths },
  ...{ blockNumber: integer, at: from('timestamp', moment), transactionHash: hash },
})

const Conflict = defineFields('Conflict', {
  ...{ incident: integer, assessor: address, kind: oneOf('shares', 'exit', 'cover'), pool: address },
  ...{ position: integer, until: momentOrNever, cleared: flag },
  ...{ blockNumber: integer, at: from('timestamp', moment), transactionHash: hash },
})

const Assessor = defineFields('Assessor', {
  ...{ assessor: address, staked: whole, leaving: whole, readyAt: momentOrNever, slashed: whole },
  ...{ changedAt: moment, encryptionKey: nullable(bytes) },
})

const Dispute = defineFields('Dispute', {
  ...{ dispute: integer, arbitrable: address, snapshot: moment, until: moment, choices: small, extraData: bytes },
  ...{ votes: json, ruling: nullable(small), taken: nullable(flag) },
  ...{ createdBlock: integer, createdAt: moment, createdTransaction: hash },
})

const MemberVote = defineFields('MemberVote', {
  ...{ dispute: integer, voter: address, choice: small, weight: whole },
  ...{ blockNumber: integer, at: from('timestamp', moment), transactionHash: hash },
})

const CourtVersion = defineFields('CourtVersion', {
  ...{ version: small, parameters: json, config: json },
  ...{ blockNumber: integer, at: from('timestamp', moment), transactionHash: hash },
})

const ofCase: DefineListParameters['where'] = ({ case: incident = '' }, where) => where.and('e.incident = ?', incident)
const under = { tag, params, require: onCase, where: ofCase }

const listCases = defineList({
  ...{ name: 'listCases', path: '/v1/cases', tag, summary: 'Cases before the court, the latest first', fields: Case },
  filters: {
    settled: { schema: z.enum(['true', 'false']), condition: 'e.settled = ?::boolean' },
    listing: { schema: IdParameter, condition: 'e.listing = ?' },
    assessor: {
      schema: AddressParameter.openapi({ description: 'Cases in which this assessor voted.' }),
      condition:
        'EXISTS (SELECT 1 FROM court_votes v WHERE v.chain_id = e.chain_id AND v.incident = e.incident AND v.assessor = ?)',
    },
  },
  select: ({ timestamp: { unix } }) => caseSelect(unix),
  order: [{ column: 'e.incident', key: 'incident', kind: 'number' }],
})

const getCase = defineOne({
  ...{ name: 'getCase', path: '/v1/cases/{case}', tag, params, what: 'case', schema: Case.schema },
  summary: 'A case, by the number of its incident',
  async read({ rows, deployment, asOf }, { params: { case: incident = '' } }) {
    const text = `SELECT ${caseSelect(asOf.timestamp.unix)} WHERE e.chain_id = $1 AND e.incident = $2`
    const [row] = await rows<Record<string, unknown>>(text, [deployment.chainId, incident])
    return row && Case.map(row)
  },
})

const listVotes = defineList({
  ...{ ...under, name: 'listCaseVotes', path: '/v1/cases/{case}/votes', fields: Vote },
  ...{ summary: 'What assessors did in a case', select: 'e.* FROM court_votes e' },
  order: [{ column: 'e.assessor', key: 'assessor', kind: 'text' }],
})

const listCountedPools = defineList({
  ...{ ...under, name: 'listCasePools', path: '/v1/cases/{case}/pools', fields: CountedPool },
  ...{ summary: 'Pools that were counted in a case', select: 'e.* FROM court_pools e' },
  order: [{ column: 'e.pool', key: 'pool', kind: 'text' }],
})

const listConflicts = defineList({
  ...{ ...under, name: 'listCaseConflicts', path: '/v1/cases/{case}/conflicts', fields: Conflict },
  ...{ summary: 'Interests of assessors that were reported', select: 'e.* FROM court_conflicts e' },
  order: [
    { column: 'e.assessor', key: 'assessor', kind: 'text' },
    { column: 'e.kind', key: 'kind', kind: 'text' },
    { column: 'e.pool', key: 'pool', kind: 'text' },
    { column: 'e.position', key: 'position', kind: 'number' },
  ],
})

const listAssessors = defineList({
  ...{ name: 'listAssessors', path: '/v1/assessors', tag, summary: 'Assessors by stake', fields: Assessor },
  select: 'e.* FROM stakes e',
  order: [
    { column: 'e.staked', key: 'staked', kind: 'number' },
    { column: 'e.assessor', key: 'assessor', kind: 'text' },
  ],
})

const getAssessor = defineOne({
  ...{ name: 'getAssessor', path: '/v1/assessors/{assessor}', tag, what: 'assessor', schema: Assessor.schema },
  ...{ summary: 'The stake of an assessor', params: { assessor: AddressParameter } },
  async read({ rows, deployment }, { params: { assessor = '' } }) {
    const text = 'SELECT * FROM stakes WHERE chain_id = $1 AND assessor = $2'
    const [row] = await rows<Record<string, unknown>>(text, [deployment.chainId, assessor])
    return row && Assessor.map(row)
  },
})

const listDisputes = defineList({
  ...{ name: 'listDisputes', path: '/v1/disputes', tag, summary: 'Disputes before the members', fields: Dispute },
  select: 'e.* FROM member_disputes e',
  order: [{ column: 'e.dispute', key: 'dispute', kind: 'number' }],
})

const listMemberVotes = defineList({
  ...{ name: 'listDisputeVotes', path: '/v1/disputes/{dispute}/votes', tag, fields: MemberVote },
  ...{ summary: 'Votes of members on a dispute', params: { dispute: IdParameter }, select: 'e.* FROM member_votes e' },
  where: ({ dispute = '' }, where) => where.and('e.dispute = ?', dispute),
  order: [{ column: 'e.voter', key: 'voter', kind: 'text' }],
  require: requireRow('SELECT 1 FROM member_disputes WHERE chain_id = $1 AND dispute = $2', 'dispute', 'dispute'),
})

const listVersions = defineList({
  ...{ name: 'listCourtVersions', path: '/v1/court/versions', tag, fields: CourtVersion },
  ...{ summary: "Versions of the court's parameters", select: 'e.* FROM court_versions e' },
  order: [{ column: 'e.version', key: 'version', kind: 'number' }],
})

/** What can be asked about the court and the members' appeal. */
export const courtEndpoints: readonly Endpoint[] = [
  ...[listCases, getCase, listVotes, listCountedPools, listConflicts, listAssessors, getAssessor],
  ...[listDisputes, listMemberVotes, listVersions],
]
