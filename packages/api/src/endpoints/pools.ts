import { z } from '@hono/zod-openapi'
import { defineFields } from '../fields/defineFields.ts'
import {
  address,
  addressOrNobody,
  assets,
  basisPoints,
  bytes,
  flag,
  from,
  grains,
  hash,
  integer,
  moment,
  oneOf,
  seconds,
  small,
  text,
  wad,
  whole,
} from '../fields/kinds.ts'
import { AddressParameter, HashParameter, IdParameter, NumberParameter } from '../schemas/common.ts'
import { type DefineListParameters, defineList, requireRow } from './defineList.ts'
import { defineOne } from './defineOne.ts'
import type { Endpoint } from './Endpoint.ts'

const tag = 'Pools'
const params = { pool: AddressParameter }
const onPool = requireRow('SELECT 1 FROM pools WHERE chain_id = $1 AND address = $2', 'pool', 'pool')

const Pool = defineFields('Pool', {
  address,
  number: integer,
  ...{ name: text, symbol: text, asset: address, assetSymbol: text, assetDecimals: small },
  ...{ curator: addressOrNobody, curatorFee: basisPoints, cooldown: seconds, r: wad, kappa: wad },
  ...{ supply: whole, queued: whole, ruined: flag, covers: integer },
  ...{ premiumPaid: assets, feesPaid: assets, refundsPaid: assets, payoutsPaid: assets },
  ...{ createdBlock: integer, createdAt: moment, createdTransaction: hash },
})

const Solvency = defineFields('Solvency', {
  pool: address,
  ...{ cash: assets, unearned: assets, unvested: assets, funded: assets, openReserve: assets, owed: assets },
  ...{ high: assets, low: assets, scr: assets, backing: assets, priceBacking: assets, level: wad },
  ...{ totalAssets: assets, supply: whole, sharePrice: assets },
  ...{ blockNumber: integer, logIndex: small, at: from('timestamp', moment), transactionHash: hash },
})

const PoolClass = z.object({ class: z.int(), rho: wad.schema, maxLossProbability: wad.schema }).openapi('PoolClass')

const Backing = defineFields('Backing', {
  ...{ pool: address, listing: integer, class: small, group: integer, limit: grains },
  ...{ blockNumber: integer, at: from('timestamp', moment), transactionHash: hash },
})

const Group = defineFields('Group', {
  ...{ pool: address, class: small, group: integer, limit: grains, exposure: grains, risks: integer },
})

const AdjudicatorLimit = defineFields('AdjudicatorLimit', {
  ...{ pool: address, adjudicator: address, limit: grains, exposure: grains },
})

const Risk = defineFields('Risk', {
  ...{ pool: address, risk: hash, listing: integer, class: small, group: integer },
  ...{ exposure: grains, open: grains, granted: grains },
})

const ExposureDay = defineFields('ExposureDay', {
  ...{ pool: address, risk: hash, day: integer, endsAt: moment, amount: grains },
})

const Exit = defineFields('Exit', {
  ...{ pool: address, request: integer, controller: address, owner: address, shares: whole, sharesLeft: whole },
  ...{ assets, requestedAt: moment, readyAt: moment, status: oneOf('waiting', 'processed', 'cancelled') },
  ...{ createdBlock: integer, createdAt: moment, createdTransaction: hash },
})

const ShareBalance = defineFields('ShareBalance', { pool: address, account: address, shares: whole })

const CuratorChange = defineFields('CuratorChange', {
  ...{ pool: address, dataHash: hash, data: bytes, call: text, executableAt: moment },
  ...{ status: oneOf('pending', 'revoked', 'executed'), blockNumber: integer, at: from('timestamp', moment) },
  transactionHash: hash,
})

const inPool = (alias: string): NonNullable<DefineListParameters['where']> => {
  return ({ pool = '' }, where) => where.and(`${alias}.pool = ?`, pool)
}

const withDecimals = (table: string, alias: string, more = ''): string =>
  `${alias}.*, p.asset_decimals${more} FROM ${table} ${alias}
   JOIN pools p ON p.chain_id = ${alias}.chain_id AND p.address = ${alias}.pool`

const listPools = defineList({
  ...{ name: 'listPools', path: '/v1/pools', tag, summary: 'Pools, the newest first', fields: Pool },
  filters: {
    asset: { schema: AddressParameter, condition: 'p.asset = ?' },
    curator: { schema: AddressParameter, condition: 'p.curator = ?' },
    listing: {
      schema: IdParameter.openapi({ description: 'Pools that back this listing.' }),
      condition:
        'EXISTS (SELECT 1 FROM backings b WHERE b.listing = ? AND b.pool = p.address AND b.chain_id = p.chain_id AND b.limit > 0)',
    },
  },
  select: 'p.* FROM pools p',
  order: [{ column: 'p.number', key: 'number', kind: 'number' }],
})

const getPool = defineOne({
  ...{ name: 'getPool', path: '/v1/pools/{pool}', tag, summary: 'A pool with its classes', params, what: 'pool' },
  schema: (Pool.schema as unknown as z.ZodObject).extend({ classes: z.array(PoolClass) }).openapi('PoolWithClasses'),
  async read({ rows, deployment }, { params: { pool = '' } }) {
    const id = [deployment.chainId, pool]
    const [row] = await rows<Record<string, unknown>>('SELECT * FROM pools WHERE chain_id = $1 AND address = $2', id)
    if (row === undefined) return undefined
    const classes = await rows<{ class: number; rho: string; maxLossProbability: string }>(
      'SELECT * FROM pool_classes WHERE chain_id = $1 AND pool = $2 ORDER BY class',
      id,
    )
    return {
      ...Pool.map(row),
      classes: classes.map(({ class: number, rho, maxLossProbability }) => ({
        ...{ class: number, rho: wad.map(rho, {}), maxLossProbability: wad.map(maxLossProbability, {}) },
      })),
    }
  },
})

const listPoolSolvency = defineList({
  ...{ name: 'listPoolSolvency', path: '/v1/pools/{pool}/solvency/history', tag, params, fields: Solvency },
  summary: 'Solvency after each event that moved it, the latest first',
  filters: {
    from: { schema: NumberParameter, condition: 's.timestamp >= ?' },
    until: { schema: NumberParameter, condition: 's.timestamp < ?' },
  },
  ...{ select: withDecimals('pool_snapshots', 's'), where: inPool('s'), require: onPool },
  order: [
    { column: 's.block_number', key: 'blockNumber', kind: 'number' },
    { column: 's.transaction_index', key: 'transactionIndex', kind: 'number' },
  ],
})

const listPoolBackings = defineList({
  ...{ name: 'listPoolBackings', path: '/v1/pools/{pool}/backings', tag, params, fields: Backing },
  summary: 'Listings that the pool backs or backed, with class, group and limit',
  filters: { listing: { schema: IdParameter, condition: 'b.listing = ?' } },
  ...{ select: withDecimals('backings', 'b'), where: inPool('b'), require: onPool },
  order: [{ column: 'b.listing', key: 'listing', kind: 'number' }],
})

const listPoolGroups = defineList({
  ...{ name: 'listPoolGroups', path: '/v1/pools/{pool}/groups', tag, params, fields: Group },
  summary: 'Groups of listings that fail together: limit, and what of it is in force',
  select: `g.*, p.asset_decimals,
      (SELECT coalesce(sum(r.exposure), 0) FROM risks r JOIN backings b ON b.chain_id = r.chain_id AND b.pool = r.pool
        AND b.listing = r.listing WHERE r.chain_id = g.chain_id AND r.pool = g.pool AND b.class = g.class
        AND b.group = g.group) AS exposure,
      (SELECT count(*) FROM risks r JOIN backings b ON b.chain_id = r.chain_id AND b.pool = r.pool
        AND b.listing = r.listing WHERE r.chain_id = g.chain_id AND r.pool = g.pool AND b.class = g.class
        AND b.group = g.group) AS risks
    FROM groups g JOIN pools p ON p.chain_id = g.chain_id AND p.address = g.pool`,
  ...{ where: inPool('g'), require: onPool },
  order: [
    { column: 'g.class', key: 'class', kind: 'number' },
    { column: 'g.group', key: 'group', kind: 'number' },
  ],
})

const listPoolAdjudicators = defineList({
  ...{ name: 'listPoolAdjudicators', path: '/v1/pools/{pool}/adjudicators', tag, params, fields: AdjudicatorLimit },
  summary: 'Limits of adjudicators, and what hangs on each',
  select: `a.*, p.asset_decimals,
      (SELECT coalesce(sum(r.exposure), 0) FROM risks r JOIN listings l ON l.chain_id = r.chain_id
        AND l.listing = r.listing WHERE r.chain_id = a.chain_id AND r.pool = a.pool
        AND l.adjudicator = a.adjudicator) AS exposure
    FROM adjudicator_limits a JOIN pools p ON p.chain_id = a.chain_id AND p.address = a.pool`,
  ...{ where: inPool('a'), require: onPool },
  order: [{ column: 'a.adjudicator', key: 'adjudicator', kind: 'text' }],
})

const listPoolRisks = defineList({
  ...{ name: 'listPoolRisks', path: '/v1/pools/{pool}/exposures', tag, params, fields: Risk },
  summary: 'Exposure by risk, the largest first, with the class and group of its listing',
  filters: { listing: { schema: IdParameter, condition: 'r.listing = ?' } },
  select: `r.*, b.class, b.group, p.asset_decimals FROM risks r
    JOIN backings b ON b.chain_id = r.chain_id AND b.pool = r.pool AND b.listing = r.listing
    JOIN pools p ON p.chain_id = r.chain_id AND p.address = r.pool`,
  ...{ where: inPool('r'), require: onPool },
  order: [
    { column: 'r.exposure', key: 'exposure', kind: 'number' },
    { column: 'r.risk', key: 'risk', kind: 'text' },
  ],
})

const listPoolDays = defineList({
  ...{ name: 'listPoolDays', path: '/v1/pools/{pool}/exposures/days', tag, params, fields: ExposureDay },
  summary: 'Exposure by the day on which it runs off, the next first',
  filters: {
    risk: { schema: HashParameter, condition: 'd.risk = ?' },
    from: { schema: NumberParameter, condition: 'd.day >= ceil(?::numeric / 86400)' },
  },
  ...{ select: withDecimals('exposure_days', 'd', ', d.day * 86400 AS ends_at'), require: onPool },
  where: ({ pool = '' }, where) => where.and('d.pool = ?', pool).and('d.amount > 0'),
  order: [
    { column: 'd.day', key: 'day', kind: 'number' },
    { column: 'd.risk', key: 'risk', kind: 'text' },
  ],
  direction: 'asc',
})

const listPoolExits = defineList({
  ...{ name: 'listPoolExits', path: '/v1/pools/{pool}/exits', tag, params, fields: Exit },
  summary: 'Requests of underwriters to leave, the latest first',
  filters: {
    status: { schema: z.enum(['waiting', 'processed', 'cancelled']), condition: 'e.status = ?' },
    controller: { schema: AddressParameter, condition: 'e.controller = ?' },
  },
  ...{ select: withDecimals('exit_requests', 'e'), where: inPool('e'), require: onPool },
  order: [{ column: 'e.request', key: 'request', kind: 'number' }],
})

const listPoolHolders = defineList({
  ...{ name: 'listPoolHolders', path: '/v1/pools/{pool}/holders', tag, params, fields: ShareBalance },
  summary: 'Underwriters by shares, the largest first',
  select: 's.* FROM share_balances s',
  where: ({ pool = '' }, where) => where.and('s.pool = ?', pool).and('s.shares > 0'),
  require: onPool,
  order: [
    { column: 's.shares', key: 'shares', kind: 'number' },
    { column: 's.account', key: 'account', kind: 'text' },
  ],
})

const listPoolChanges = defineList({
  ...{ name: 'listPoolChanges', path: '/v1/pools/{pool}/changes', tag, params, fields: CuratorChange },
  summary: 'Changes that the curator announced, the latest first',
  filters: { status: { schema: z.enum(['pending', 'revoked', 'executed']), condition: 'c.status = ?' } },
  ...{ select: 'c.* FROM curator_changes c', where: inPool('c'), require: onPool },
  order: [
    { column: 'c.block_number', key: 'blockNumber', kind: 'number' },
    { column: 'c.data_hash', key: 'dataHash', kind: 'text' },
  ],
})

/** What can be asked about pools. */
export const poolEndpoints: readonly Endpoint[] = [
  ...[listPools, getPool, listPoolSolvency, listPoolBackings, listPoolGroups, listPoolAdjudicators],
  ...[listPoolRisks, listPoolDays, listPoolExits, listPoolHolders, listPoolChanges],
]
