import { z } from '@hono/zod-openapi'
import { defineFields } from '../fields/defineFields.ts'
import {
  address,
  addressOrNobody,
  basisPoints,
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
  wad,
} from '../fields/kinds.ts'
import { AddressParameter, IdParameter } from '../schemas/common.ts'
import { defineList, requireRow } from './defineList.ts'
import { defineOne } from './defineOne.ts'
import type { Endpoint } from './Endpoint.ts'

const tag = 'Listings'
const params = { listing: IdParameter }
const onListing = requireRow('SELECT 1 FROM listings WHERE chain_id = $1 AND listing = $2', 'listing', 'listing')
const kinds = ['priceFeed', 'vaultLoss', 'deficit', 'reserve', 'frozen', 'report', 'court', 'optimistic'] as const

const Listing = defineFields('Listing', {
  ...{ listing: integer, creator: address, termsHash: hash, adjudicator: address },
  ...{ secondAdjudicator: addressOrNobody, lossProof: oneOf('none', 'merkle', 'holdings'), keyed: flag },
  ...{ personal: flag, maxRatio: wad, deductible: wad, waiting: seconds, grace: seconds, eventWindow: seconds },
  ...{ minPeriod: seconds, maxPeriod: seconds, minRate: wad, maxRate: wad },
  ...{ bondToken: addressOrNobody, bond: integer, finderReward: basisPoints, settlerReward: basisPoints },
  ...{ family: small, proofTerms: hash, wording: bytes, wordingText: nullable(text), rate: wad },
  ...{ ratePostedAt: momentOrNever, rateVersion: small, rateFloor: wad, rateCeiling: wad },
  ...{ createdBlock: integer, createdAt: moment, createdTransaction: hash },
})

const Rate = defineFields('Rate', {
  ...{ listing: integer, version: small, reason: oneOf('posted', 'bounded'), rate: wad, previous: wad },
  ...{ floor: wad, ceiling: wad, dataHash: hash, modelHash: hash },
  ...{ blockNumber: integer, at: from('timestamp', moment), transactionHash: hash },
})

const Trigger = defineFields('Trigger', {
  ...{ listing: integer, adjudicator: address, kind: oneOf(...kinds), creator: address, config: json },
  ...{ value: nullable(integer), level: nullable(integer), observedAt: momentOrNever, frozenAt: momentOrNever },
  ...{ thawsAt: momentOrNever, phase: nullable(integer), phaseSince: momentOrNever, armed: integer },
  ...{ createdBlock: integer, createdAt: moment, createdTransaction: hash },
})

const TriggerSpan = defineFields('TriggerSpan', {
  ...{ incident: integer, listing: integer, adjudicator: address, finder: address },
  ...{ status: oneOf('armed', 'proven', 'ended'), armedAt: moment, loss: nullable(integer), whole: nullable(integer) },
  ...{ readAt: momentOrNever, firstRound: nullable(integer), firstTime: momentOrNever, level: nullable(integer) },
  ...{ cursor: nullable(integer), integral: nullable(integer), ratio: nullable(wad), move: nullable(wad) },
  ...{ closingRound: nullable(integer), reason: nullable(small), endedAt: momentOrNever },
  ...{ createdBlock: integer, createdAt: moment, createdTransaction: hash },
})

const Reading = defineFields('Reading', {
  ...{ adjudicator: address, listing: nullable(integer), incident: nullable(integer), kind: text, details: json },
  ...{ blockNumber: integer, logIndex: small, at: from('timestamp', moment), transactionHash: hash },
})

const Report = defineFields('Report', {
  ...{ listing: integer, key: hash, status: oneOf('requested', 'reported', 'suspended', 'proven', 'failed') },
  ...{ requestId: nullable(hash), requestedAt: momentOrNever, insured: nullable(json), value: nullable(integer) },
  ...{ distance: nullable(integer), reportStatus: nullable(small), eventTime: momentOrNever },
  ...{ signedBy: nullable(integer), standsFrom: momentOrNever, incident: nullable(integer), ratio: nullable(wad) },
  ...{ blockNumber: integer, at: from('timestamp', moment), transactionHash: hash },
})

const triggerSelect = `t.*, s.value, s.level, s.observed_at, s.frozen_at, s.thaws_at, s.phase, s.phase_since,
    (SELECT count(*) FROM trigger_spans w WHERE w.chain_id = t.chain_id AND w.listing = t.listing
      AND w.status = 'armed') AS armed
  FROM triggers t LEFT JOIN trigger_states s ON s.chain_id = t.chain_id AND s.listing = t.listing`

const listListings = defineList({
  ...{ name: 'listListings', path: '/v1/listings', tag, summary: 'Listings, the newest first', fields: Listing },
  filters: {
    adjudicator: { schema: AddressParameter, condition: '(l.adjudicator = ? OR l.second_adjudicator = ?)' },
    creator: { schema: AddressParameter, condition: 'l.creator = ?' },
    pool: {
      schema: AddressParameter.openapi({ description: 'Listings that this pool backs.' }),
      condition:
        'EXISTS (SELECT 1 FROM backings b WHERE b.chain_id = l.chain_id AND b.pool = ? AND b.listing = l.listing AND b.limit > 0)',
    },
    keyed: { schema: z.enum(['true', 'false']), condition: 'l.keyed = ?::boolean' },
    lossProof: { schema: z.enum(['none', 'merkle', 'holdings']), condition: 'l.loss_proof = ?' },
  },
  select: 'l.* FROM listings l',
  order: [{ column: 'l.listing', key: 'listing', kind: 'number' }],
})

const getListing = defineOne({
  ...{ name: 'getListing', path: '/v1/listings/{listing}', tag, summary: 'A listing: terms, wording, rate', params },
  ...{ what: 'listing', schema: Listing.schema },
  async read({ rows, deployment }, { params: { listing = '' } }) {
    const text = 'SELECT * FROM listings WHERE chain_id = $1 AND listing = $2'
    const [row] = await rows<Record<string, unknown>>(text, [deployment.chainId, listing])
    return row && Listing.map(row)
  },
})

const listRates = defineList({
  ...{ name: 'listRates', path: '/v1/listings/{listing}/rates', tag, params, fields: Rate, require: onListing },
  summary: 'Every rate of a listing, the latest first: version, date, reason, hashes of data and model',
  filters: { reason: { schema: z.enum(['posted', 'bounded']), condition: 'r.reason = ?' } },
  select: 'r.* FROM rates r',
  where: ({ listing = '' }, where) => where.and('r.listing = ?', listing),
  order: [{ column: 'r.version', key: 'version', kind: 'number' }],
})

const listTriggers = defineList({
  ...{ name: 'listTriggers', path: '/v1/triggers', tag: 'Triggers', fields: Trigger },
  summary: 'What rules on listings: configuration, and the state of its source',
  filters: {
    kind: { schema: z.enum(kinds), condition: 't.kind = ?' },
    adjudicator: { schema: AddressParameter, condition: 't.adjudicator = ?' },
  },
  select: triggerSelect,
  order: [{ column: 't.listing', key: 'listing', kind: 'number' }],
})

const getTrigger = defineOne({
  ...{ name: 'getTrigger', path: '/v1/triggers/{listing}', tag: 'Triggers', params, what: 'trigger of listing' },
  ...{ summary: 'What rules on a listing, and its state', schema: Trigger.schema },
  async read({ rows, deployment }, { params: { listing = '' } }) {
    const text = `SELECT ${triggerSelect} WHERE t.chain_id = $1 AND t.listing = $2`
    const [row] = await rows<Record<string, unknown>>(text, [deployment.chainId, listing])
    return row && Trigger.map(row)
  },
})

const listTriggerSpans = defineList({
  ...{ name: 'listTriggerSpans', path: '/v1/triggers/{listing}/spans', tag: 'Triggers', params, fields: TriggerSpan },
  summary: 'Spans that a trigger watched: armed, proven, ended',
  filters: { status: { schema: z.enum(['armed', 'proven', 'ended']), condition: 's.status = ?' } },
  select: 's.* FROM trigger_spans s',
  where: ({ listing = '' }, where) => where.and('s.listing = ?', listing),
  order: [{ column: 's.incident', key: 'incident', kind: 'number' }],
  require: onListing,
})

const listReadings = defineList({
  ...{ name: 'listTriggerReadings', path: '/v1/triggers/{listing}/readings', tag: 'Triggers', params, fields: Reading },
  summary: 'Everything that a trigger was shown, the latest first',
  filters: { incident: { schema: IdParameter, condition: 'r.incident = ?' } },
  select: 'r.* FROM trigger_readings r',
  where: ({ listing = '' }, where) => where.and('r.listing = ?', listing),
  order: [
    { column: 'r.block_number', key: 'blockNumber', kind: 'number' },
    { column: 'r.log_index', key: 'logIndex', kind: 'number' },
  ],
  require: onListing,
})

const listReports = defineList({
  ...{ name: 'listReports', path: '/v1/listings/{listing}/reports', tag, params, fields: Report, require: onListing },
  summary: 'Reports on the keys of a listing',
  filters: {
    status: {
      schema: z.enum(['requested', 'reported', 'suspended', 'proven', 'failed']),
      condition: 'r.status = ?',
    },
  },
  select: 'r.* FROM reports r',
  where: ({ listing = '' }, where) => where.and('r.listing = ?', listing),
  order: [{ column: 'r.key', key: 'key', kind: 'text' }],
})

/** What can be asked about listings and what rules on them. */
export const listingEndpoints: readonly Endpoint[] = [
  ...[listListings, getListing, listRates, listReports],
  ...[listTriggers, getTrigger, listTriggerSpans, listReadings],
]
