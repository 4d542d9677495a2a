import { z } from '@hono/zod-openapi'
import { defineFields } from '../fields/defineFields.ts'
import {
  address,
  addressOrNobody,
  assets,
  from,
  grains,
  hash,
  integer,
  moment,
  momentOrNever,
  nullable,
  oneOf,
  small,
} from '../fields/kinds.ts'
import { AddressParameter, IdParameter, NumberParameter } from '../schemas/common.ts'
import { type DefineListParameters, defineList, requireRow } from './defineList.ts'
import type { Endpoint } from './Endpoint.ts'

const tag = 'Covers'
const params = { cover: IdParameter }
const onCover = requireRow('SELECT 1 FROM covers WHERE chain_id = $1 AND id = $2', 'cover', 'cover')

/** What a cover is in an answer. */
export const Cover = defineFields('Cover', {
  ...{ id: integer, pool: address, listing: integer, key: hash, risk: hash },
  ...{ owner: addressOrNobody, payee: addressOrNobody, account: addressOrNobody },
  ...{ amount: grains, insured: grains, start: moment, end: moment, changed: momentOrNever },
  runsFrom: momentOrNever,
  ...{ premium: assets, fees: assets, refunds: assets, claimed: assets, paid: assets },
  status: oneOf('active', 'ended', 'exhausted', 'cancelled'),
  ...{ createdBlock: integer, createdAt: moment, createdTransaction: hash },
})

/** What is selected for a {@link Cover}; `now` stands for the time of the block. */
export const coverSelect = (now: string): string =>
  `c.*, CASE WHEN c.status = 'active' AND c.end <= ${now} THEN 'ended' ELSE c.status END AS status, p.asset_decimals
   FROM covers c JOIN pools p ON p.chain_id = c.chain_id AND p.address = c.pool`

const CoverEvent = defineFields('CoverEvent', {
  ...{ blockNumber: integer, logIndex: small, at: from('timestamp', moment), transactionHash: hash, cover: integer },
  kind: oneOf(
    ...(['bought', 'extended', 'increased', 'decreased', 'cancelled', 'transferred', 'payeeSet', 'settled'] as const),
  ),
  ...{ account: addressOrNobody, incident: nullable(integer), amount: nullable(assets), end: momentOrNever },
  ...{ premium: nullable(assets), fees: nullable(assets), paid: nullable(assets) },
})

const Increase = defineFields('CoverIncrease', {
  ...{ blockNumber: integer, logIndex: small, at: from('timestamp', moment), transactionHash: hash, cover: integer },
  ...{ amount: grains, since: moment },
})

/** What was paid, payment by payment. */
export const Settlement = defineFields('Settlement', {
  ...{ blockNumber: integer, logIndex: small, position: small, at: from('timestamp', moment), transactionHash: hash },
  ...{ incident: integer, cover: integer, pool: address, to: address, claim: nullable(assets), payout: assets },
  kind: oneOf('cover', 'leaf'),
})

/** What is selected for a {@link Settlement}. */
export const settlementSelect = `s.*, p.asset_decimals FROM settlements s
  JOIN pools p ON p.chain_id = s.chain_id AND p.address = s.pool`

/** The order of a {@link Settlement}. */
export const settlementOrder: DefineListParameters['order'] = [
  { column: 's.block_number', key: 'blockNumber', kind: 'number' },
  { column: 's.log_index', key: 'logIndex', kind: 'number' },
  { column: 's.position', key: 'position', kind: 'number' },
]

const ofCover = `JOIN covers c ON c.chain_id = e.chain_id AND c.id = e.cover
  JOIN pools p ON p.chain_id = c.chain_id AND p.address = c.pool`

const eventOrder: DefineListParameters['order'] = [
  { column: 'e.block_number', key: 'blockNumber', kind: 'number' },
  { column: 'e.log_index', key: 'logIndex', kind: 'number' },
]

const listCovers = defineList({
  ...{ name: 'listCovers', path: '/v1/covers', tag, summary: 'Covers, the newest first', fields: Cover },
  filters: {
    owner: { schema: AddressParameter, condition: 'c.owner = ?' },
    payee: { schema: AddressParameter, condition: 'c.payee = ?' },
    account: {
      schema: AddressParameter.openapi({ description: 'Covers that protect this account.' }),
      condition: 'c.account = ?',
    },
    pool: { schema: AddressParameter, condition: 'c.pool = ?' },
    listing: { schema: IdParameter, condition: 'c.listing = ?' },
    status: {
      schema: z.enum(['active', 'ended', 'exhausted', 'cancelled']),
      condition: (status, { timestamp: { unix } }) => {
        if (status === 'active') return ["c.status = 'active' AND c.end > ?", unix]
        return status === 'ended' ? ["c.status = 'active' AND c.end <= ?", unix] : ['c.status = ?', status]
      },
    },
    endsBefore: {
      schema: NumberParameter.openapi({ description: 'Unix seconds.' }),
      condition: 'c.end < ?',
    },
    endsAfter: { schema: NumberParameter.openapi({ description: 'Unix seconds.' }), condition: 'c.end >= ?' },
  },
  select: ({ timestamp: { unix } }) => coverSelect(String(unix)),
  order: [{ column: 'c.id', key: 'id', kind: 'number' }],
})

const listCoverEvents = defineList({
  ...{ name: 'listCoverEvents', path: '/v1/covers/{cover}/events', tag, params, fields: CoverEvent, require: onCover },
  summary: 'What happened to a cover, the latest first',
  select: `e.*, p.asset_decimals FROM cover_events e ${ofCover}`,
  where: ({ cover = '' }, where) => where.and('e.cover = ?', cover),
  order: eventOrder,
})

const listCoverIncreases = defineList({
  ...{ name: 'listCoverIncreases', path: '/v1/covers/{cover}/increases', tag, params, fields: Increase },
  summary: 'What was added to a cover, and from when on it counts',
  select: `e.*, p.asset_decimals FROM cover_increases e ${ofCover}`,
  where: ({ cover = '' }, where) => where.and('e.cover = ?', cover),
  ...{ order: eventOrder, require: onCover },
})

const listCoverSettlements = defineList({
  ...{ name: 'listCoverSettlements', path: '/v1/covers/{cover}/settlements', tag, params, fields: Settlement },
  summary: 'What a cover paid, payment by payment, the latest first',
  ...{ select: settlementSelect, order: settlementOrder, require: onCover },
  where: ({ cover = '' }, where) => where.and('s.cover = ?', cover),
})

/** What can be asked about covers, but for one cover with its figures of the moment. */
export const coverEndpoints: readonly Endpoint[] = [
  ...[listCovers, listCoverEvents, listCoverIncreases, listCoverSettlements],
]
