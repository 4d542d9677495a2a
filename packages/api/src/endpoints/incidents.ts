import { z } from '@hono/zod-openapi'
import { defineFields } from '../fields/defineFields.ts'
import {
  address,
  addressOrNobody,
  assets,
  flag,
  from,
  hash,
  integer,
  moment,
  momentOrNever,
  nullable,
  oneOf,
  small,
  text,
  wad,
} from '../fields/kinds.ts'
import { AddressParameter, IdParameter, NumberParameter } from '../schemas/common.ts'
import { Settlement, settlementOrder, settlementSelect } from './covers.ts'
import { type DefineListParameters, defineList, requireRow } from './defineList.ts'
import { defineOne } from './defineOne.ts'
import type { Endpoint } from './Endpoint.ts'

const tag = 'Incidents'
const params = { incident: IdParameter }
const onIncident = requireRow('SELECT 1 FROM incidents WHERE chain_id = $1 AND incident = $2', 'incident', 'incident')
const statuses = ['open', 'granted', 'denied', 'lapsed', 'closed'] as const

/** What an incident is in an answer. */
export const Incident = defineFields('Incident', {
  ...{ incident: integer, risk: hash, listing: integer, key: hash, status: oneOf(...statuses) },
  ...{ openedAt: moment, lossTime: moment, assertedRatio: wad, ratio: wad, share: wad, ruledAt: momentOrNever },
  ...{ deadline: momentOrNever, second: flag, adjudicator: address, eventId: integer, asserter: address },
  ...{ triggered: flag, bond: integer, bondToken: addressOrNobody, forfeited: integer },
  ...{ root: hash, lossSum: integer, most: integer, evidence: hash, closedAt: momentOrNever },
  ...{ coversSettled: small, createdBlock: integer, createdAt: moment, createdTransaction: hash },
})

const place = { blockNumber: integer, logIndex: small, at: from('timestamp', moment), transactionHash: hash }

/** A step that an incident took. */
export const Ruling = defineFields('Ruling', {
  ...{ ...place, incident: integer, entry: nullable(integer), adjudicator: addressOrNobody },
  kind: oneOf('opened', 'passedOn', 'granted', 'denied', 'lapsed', 'closed'),
  ...{ eventId: nullable(integer), ratio: nullable(wad), share: nullable(wad), deadline: momentOrNever },
  forfeited: nullable(integer),
})

const PoolIncident = defineFields('PoolIncident', {
  ...{ pool: address, incident: integer, risk: hash, reserve: assets, level: wad, claimed: assets, paid: assets },
  ...{ released: assets, finalLevel: nullable(wad), finalUntil: momentOrNever },
  ...{ createdBlock: integer, createdAt: moment, createdTransaction: hash },
})

const Recovery = defineFields('Recovery', {
  ...{ ...place, incident: integer, pool: address, payer: address, forHolders: assets, forPool: assets },
})

const Lot = defineFields('SalvageLot', {
  ...{ lot: integer, incident: integer, pool: address, received: integer, taken: integer, payments: assets },
  ...{ createdBlock: integer, createdAt: moment, createdTransaction: hash },
})

const Piece = defineFields('Evidence', {
  ...{ ...place, incident: integer, kind: oneOf('evidence', 'answer'), party: address, answers: nullable(hash) },
  text,
})

const Assertion = defineFields('Assertion', {
  ...{ assertionId: hash, incident: integer, adjudicator: address, asserter: address, bond: integer },
  ...{ status: oneOf('asserted', 'disputed', 'upheld', 'rejected'), assertedAt: moment, resolvedAt: momentOrNever },
  ...{ blockNumber: integer, at: from('timestamp', moment), transactionHash: hash },
})

const ProvenHolding = defineFields('ProvenHolding', {
  ...{ token: address, number: integer, account: address, held: integer },
  ...{ blockNumber: integer, at: from('timestamp', moment), transactionHash: hash },
})

const order: DefineListParameters['order'] = [
  { column: 'e.block_number', key: 'blockNumber', kind: 'number' },
  { column: 'e.log_index', key: 'logIndex', kind: 'number' },
]
const ofIncident: DefineListParameters['where'] = ({ incident = '' }, where) => where.and('e.incident = ?', incident)
const inPool = (table: string): string =>
  `e.*, p.asset_decimals FROM ${table} e JOIN pools p ON p.chain_id = e.chain_id AND p.address = e.pool`

const listIncidents = defineList({
  ...{ name: 'listIncidents', path: '/v1/incidents', tag, summary: 'Incidents, the latest first', fields: Incident },
  filters: {
    status: { schema: z.enum(statuses), condition: 'i.status = ?' },
    listing: { schema: IdParameter, condition: 'i.listing = ?' },
    asserter: { schema: AddressParameter, condition: 'i.asserter = ?' },
    adjudicator: { schema: AddressParameter, condition: 'i.adjudicator = ?' },
    pool: {
      schema: AddressParameter,
      condition: 'EXISTS (SELECT 1 FROM risks r WHERE r.chain_id = i.chain_id AND r.pool = ? AND r.risk = i.risk)',
    },
    openedAfter: { schema: NumberParameter, condition: 'i.opened_at >= ?' },
  },
  select: 'i.* FROM incidents i',
  order: [{ column: 'i.incident', key: 'incident', kind: 'number' }],
})

const getIncident = defineOne({
  ...{ name: 'getIncident', path: '/v1/incidents/{incident}', tag, params, what: 'incident', schema: Incident.schema },
  summary: 'An incident as it stands',
  async read({ rows, deployment }, { params: { incident = '' } }) {
    const text = 'SELECT * FROM incidents WHERE chain_id = $1 AND incident = $2'
    const [row] = await rows<Record<string, unknown>>(text, [deployment.chainId, incident])
    return row && Incident.map(row)
  },
})

const under = { tag, params, require: onIncident, where: ofIncident, order }

const listTimeline = defineList({
  ...{ ...under, name: 'listIncidentRulings', path: '/v1/incidents/{incident}/rulings', fields: Ruling },
  ...{ summary: 'Each step that an incident took, the first first', direction: 'asc' },
  select: 'e.* FROM rulings e',
})

const listIncidentPools = defineList({
  ...{ ...under, name: 'listIncidentPools', path: '/v1/incidents/{incident}/pools', fields: PoolIncident },
  ...{ summary: 'What the incident holds and paid in each pool', select: inPool('pool_incidents') },
  order: [{ column: 'e.pool', key: 'pool', kind: 'text' }],
})

const listIncidentSettlements = defineList({
  ...{ ...under, name: 'listIncidentSettlements', path: '/v1/incidents/{incident}/settlements', fields: Settlement },
  ...{ summary: 'What the incident paid, payment by payment, the latest first', select: settlementSelect },
  filters: {
    to: { schema: AddressParameter, condition: 's.to = ?' },
    pool: { schema: AddressParameter, condition: 's.pool = ?' },
  },
  where: ({ incident = '' }, where) => where.and('s.incident = ?', incident),
  order: settlementOrder,
})

const listSettlements = defineList({
  ...{ name: 'listSettlements', path: '/v1/settlements', tag, fields: Settlement, select: settlementSelect },
  summary: 'What was ever paid, the latest first',
  filters: {
    to: { schema: AddressParameter, condition: 's.to = ?' },
    pool: { schema: AddressParameter, condition: 's.pool = ?' },
    incident: { schema: IdParameter, condition: 's.incident = ?' },
    cover: { schema: IdParameter, condition: 's.cover = ?' },
  },
  order: settlementOrder,
})

const listRecoveries = defineList({
  ...{ ...under, name: 'listIncidentRecoveries', path: '/v1/incidents/{incident}/recoveries', fields: Recovery },
  ...{ summary: 'Money that came back', select: inPool('recoveries') },
})

const listLots = defineList({
  ...{ ...under, name: 'listIncidentLots', path: '/v1/incidents/{incident}/lots', fields: Lot },
  ...{ summary: 'Lots of distressed tokens', select: inPool('salvage_lots') },
  order: [{ column: 'e.lot', key: 'lot', kind: 'number' }],
})

const listEvidence = defineList({
  ...{ ...under, name: 'listIncidentEvidence', path: '/v1/incidents/{incident}/evidence', fields: Piece },
  ...{ summary: 'Evidence and the answers to it', select: 'e.* FROM evidence e' },
})

const listAssertions = defineList({
  ...{ ...under, name: 'listIncidentAssertions', path: '/v1/incidents/{incident}/assertions', fields: Assertion },
  ...{ summary: "Assertions in UMA's oracle", select: 'e.* FROM assertions e' },
  order: [
    { column: 'e.block_number', key: 'blockNumber', kind: 'number' },
    { column: 'e.assertion_id', key: 'assertionId', kind: 'text' },
  ],
})

const listProofs = defineList({
  ...{ ...under, name: 'listIncidentProofs', path: '/v1/incidents/{incident}/proofs', fields: ProvenHolding },
  summary: 'Holdings proven at the block that stands for the time of its loss',
  select: `h.* FROM holdings h
    JOIN pinned_blocks b ON b.chain_id = h.chain_id AND b.number = h.number
    JOIN incidents i ON i.chain_id = b.chain_id AND i.loss_time = b.loss_time`,
  where: ({ incident = '' }, where) => where.and('i.incident = ?', incident),
  order: [
    { column: 'h.token', key: 'token', kind: 'text' },
    { column: 'h.account', key: 'account', kind: 'text' },
  ],
})

/** What can be asked about incidents. */
export const incidentEndpoints: readonly Endpoint[] = [
  ...[listIncidents, getIncident, listTimeline, listIncidentPools, listIncidentSettlements, listSettlements],
  ...[listRecoveries, listLots, listEvidence, listAssertions, listProofs],
]
