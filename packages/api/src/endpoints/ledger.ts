import { z } from '@hono/zod-openapi'
import { defineFields } from '../fields/defineFields.ts'
import { address, addressOrNobody, from, hash, integer, json, moment, nullable, small, text } from '../fields/kinds.ts'
import { AddressParameter, IdParameter, NumberParameter } from '../schemas/common.ts'
import { type DefineListParameters, defineList, requireRow } from './defineList.ts'
import type { Endpoint } from './Endpoint.ts'

/** What an entry of the ledger says. */
export const LedgerEntry = defineFields('LedgerEntry', {
  ...{ blockNumber: integer, logIndex: small, at: from('timestamp', moment), transactionHash: hash },
  ...{ contract: text, address, kind: text, pool: addressOrNobody },
  ...{ account: addressOrNobody, counterparty: addressOrNobody, cover: nullable(integer) },
  ...{ listing: nullable(integer), incident: nullable(integer), request: nullable(integer) },
  ...{ amount: nullable(integer), shares: nullable(integer), fees: nullable(integer), details: json },
})

const name = z.string().regex(/^[A-Za-z]{1,60}$/, 'must be the name of an event or a contract')

const filters = {
  kind: { schema: name.openapi({ example: 'CoverBought' }), condition: 'e.kind = ?' },
  contract: { schema: name.openapi({ example: 'pool' }), condition: 'e.contract = ?' },
  account: { schema: AddressParameter, condition: '(e.account = ? OR e.counterparty = ?)' },
  cover: { schema: IdParameter, condition: 'e.cover = ?' },
  listing: { schema: IdParameter, condition: 'e.listing = ?' },
  incident: { schema: IdParameter, condition: 'e.incident = ?' },
  from: {
    schema: NumberParameter.openapi({ description: 'Not before this time, unix seconds.' }),
    condition: 'e.timestamp >= ?',
  },
  until: {
    schema: NumberParameter.openapi({ description: 'Before this time, unix seconds.' }),
    condition: 'e.timestamp < ?',
  },
  fromBlock: { schema: NumberParameter, condition: 'e.block_number >= ?' },
  untilBlock: { schema: NumberParameter, condition: 'e.block_number < ?' },
} as const satisfies DefineListParameters['filters']

const common = {
  fields: LedgerEntry,
  select: 'e.* FROM ledger_entries e',
  order: [
    { column: 'e.block_number', key: 'blockNumber', kind: 'number' },
    { column: 'e.log_index', key: 'logIndex', kind: 'number' },
  ],
} as const

/** The whole ledger of a pool; also written as CSV. */
export const listPoolLedger = defineList({
  ...{ name: 'listPoolLedger', path: '/v1/pools/{pool}/ledger', tag: 'Pools', params: { pool: AddressParameter } },
  summary: 'Everything that a pool ever did, the latest first',
  description: 'Its own events, and those of other contracts about its covers and incidents.',
  ...{ ...common, filters },
  where: ({ pool = '' }, where) => where.and('e.pool = ?', pool),
  require: requireRow('SELECT 1 FROM pools WHERE chain_id = $1 AND address = $2', 'pool', 'pool'),
})

const listLedger = defineList({
  ...{ name: 'listLedger', path: '/v1/ledger', tag: 'Protocol', summary: 'Every event of every contract' },
  ...{ ...common, filters: { ...filters, pool: { schema: AddressParameter, condition: 'e.pool = ?' } } },
})

/** What can be asked about the ledger. */
export const ledgerEndpoints: readonly Endpoint[] = [listPoolLedger, listLedger]
