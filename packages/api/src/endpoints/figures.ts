import { RiskError, SaleRefusedError } from '@bulwark/risk/exact'
import {
  capitalAt,
  coverRefundAt,
  coverUnearnedAt,
  loadCover,
  loadPool,
  MissingRecordError,
  shareValueAt,
} from '@bulwark/risk/mirror'
import { z } from '@hono/zod-openapi'
import { createMirrorStore } from '../database/createMirrorStore.ts'
import type { Snapshot } from '../database/takeSnapshot.ts'
import { ApiError } from '../errors.ts'
import { assets, wad, whole } from '../fields/kinds.ts'
import { AddressParameter, AddressSchema, IdParameter, MomentSchema, NumberParameter } from '../schemas/common.ts'
import { toAddress } from '../schemas/values/toAddress.ts'
import { toAmount } from '../schemas/values/toAmount.ts'
import { toMoment } from '../schemas/values/toMoment.ts'
import { Cover, coverSelect } from './covers.ts'
import { defineOne } from './defineOne.ts'
import type { Endpoint } from './Endpoint.ts'

/** Seconds for which figures are worked out beyond the block: two years, the longest that a cover runs. */
const furthest = 63_072_000
const at = NumberParameter.optional().openapi({
  description: 'Unix seconds, not before the block: the figures at that time if nothing else happens until then.',
})

const capital = ['cash', 'unearned', 'unvested', 'funded', 'openReserve', 'owed', 'high', 'low', 'scr'] as const
const more = ['backing', 'priceBacking'] as const
const names = [...capital, ...more, 'totalAssets', 'sharePrice'] as const

const PoolSolvency = z
  .object({
    ...{ pool: AddressSchema, at: MomentSchema, level: wad.schema, supply: whole.schema },
    ...(Object.fromEntries(names.map((name) => [name, assets.schema])) as Record<
      (typeof names)[number],
      typeof assets.schema
    >),
  })
  .openapi('PoolSolvency', { description: 'Own funds, requirement and price of shares.' })

const getPoolSolvency = defineOne({
  ...{ name: 'getPoolSolvency', path: '/v1/pools/{pool}/solvency', tag: 'Pools', what: 'solvency of the pool' },
  summary: 'Own funds, requirement and price of shares, worked out at the time of the block',
  description: 'By the twin of the pool, which events alone move: to the unit what its contract says at that time.',
  ...{ params: { pool: AddressParameter }, query: { at }, schema: PoolSolvency },
  async read(snapshot, { params: { pool = '' }, query }) {
    const timestamp = timeOf(snapshot, query.at)
    const decimals = await decimalsOf(snapshot, pool)
    if (decimals === undefined) return undefined
    const mirrored = await mirroredPool(snapshot, pool, timestamp)
    const { level, ...figures } = capitalAt(mirrored, timestamp)
    const { supply } = mirrored.pool
    const { assetsOf } = shareValueAt(mirrored, timestamp)
    return {
      ...{ pool: toAddress(pool), at: toMoment(timestamp), level: toAmount(level, 18), supply: toAmount(supply, 18) },
      ...Object.fromEntries([...capital, ...more].map((name) => [name, toAmount(figures[name], decimals)] as const)),
      totalAssets: toAmount(figures.high, decimals),
      sharePrice: toAmount(assetsOf(10n ** 18n), decimals),
    }
  },
})

const CoverFigures = z
  .object({
    at: MomentSchema,
    unearned: assets.schema.openapi({ description: 'Of the net premium, what is yet to be earned.' }),
    earned: assets.schema.openapi({ description: 'Of the net premium, what is earned and not refunded.' }),
    refund: assets.schema
      .nullable()
      .openapi({ description: 'What giving up all of it returns; null if it cannot be.' }),
    refundFee: assets.schema
      .nullable()
      .openapi({ description: 'What of the unearned premium stays in the pool then.' }),
    refusal: z.string().nullable().openapi({ description: 'Why nothing is returned.' }),
  })
  .openapi('CoverFigures')

const getCover = defineOne({
  ...{ name: 'getCover', path: '/v1/covers/{cover}', tag: 'Covers', params: { cover: IdParameter }, what: 'cover' },
  summary: 'A cover, with its premium earned and unearned, and the refund if it were cancelled now',
  query: { at },
  schema: (Cover.schema as unknown as z.ZodObject)
    .extend({ figures: CoverFigures.nullable() })
    .openapi('CoverWithFigures', { description: 'The figures are null once the cover was cancelled.' }),
  async read(snapshot, { params: { cover = '' }, query }) {
    const { rows, deployment, asOf } = snapshot
    const text = `SELECT ${coverSelect(String(asOf.timestamp.unix))} WHERE c.chain_id = $1 AND c.id = $2`
    const [row] = await rows<Record<string, unknown>>(text, [deployment.chainId, cover])
    if (row === undefined) return undefined
    const figures = row.status === 'cancelled' ? null : await figuresOf(snapshot, row, timeOf(snapshot, query.at))
    return { ...Cover.map(row), figures }
  },
})

async function figuresOf(snapshot: Snapshot, row: Readonly<Record<string, unknown>>, timestamp: bigint) {
  const store = createMirrorStore(snapshot)
  await store.prefetch('delta', `${row.pool}/`)
  const mirrored = await loadCover(store, BigInt(String(row.id)), timestamp).catch(indexing)
  const amount = (value: bigint) => assets.map(value, row)
  const unearned = coverUnearnedAt(mirrored, timestamp)
  const paid = BigInt(String(row.premium)) - BigInt(String(row.refunds))
  const figures = {
    ...{ at: toMoment(timestamp), unearned: amount(unearned) },
    earned: amount(paid > unearned ? paid - unearned : 0n),
  }
  try {
    const { refund, fee } = coverRefundAt(mirrored, timestamp)
    return { ...figures, refund: amount(refund), refundFee: amount(fee), refusal: null }
  } catch (error) {
    if (!(error instanceof SaleRefusedError)) throw error
    return { ...figures, refund: null, refundFee: null, refusal: error.shortMessage }
  }
}

/** The time that is asked for: that of the block, or a later one. */
export function timeOf({ asOf }: Snapshot, asked: string | number | undefined): bigint {
  const now = asOf.timestamp.unix
  const timestamp = asked === undefined ? now : Number(asked)
  if (timestamp < now || timestamp > now + furthest) {
    const message = `must lie between ${now}, the time of the block, and two years later`
    const fields = [{ in: 'query', field: 'at', message }]
    throw new ApiError({ code: 'invalid-request', detail: `query: at ${message}`, fields })
  }
  return BigInt(timestamp)
}

/** The decimals of a pool's asset, if there is such a pool. */
export async function decimalsOf({ rows, deployment }: Snapshot, pool: string): Promise<number | undefined> {
  const text = 'SELECT asset_decimals FROM pools WHERE chain_id = $1 AND address = $2'
  const [row] = await rows<{ assetDecimals: number }>(text, [deployment.chainId, pool])
  return row?.assetDecimals
}

/** The twin of a pool, with what its capital depends on until a time. */
export async function mirroredPool(snapshot: Snapshot, pool: string, until: bigint) {
  const store = createMirrorStore(snapshot)
  await store.prefetch('delta', `${pool}/`)
  return loadPool(store, pool, until).catch(indexing)
}

/** The tables know a thing that its twin does not: an index that is being built. */
function indexing(error: unknown): never {
  if (!(error instanceof MissingRecordError) && !(error instanceof RiskError)) throw error
  throw new ApiError({ code: 'not-ready', headers: { 'Retry-After': '2' }, cause: error })
}

/** What is worked out by the twins at the time of the block. */
export const figureEndpoints: readonly Endpoint[] = [getPoolSolvency, getCover]
