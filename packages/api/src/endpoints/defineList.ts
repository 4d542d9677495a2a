import type { z } from '@hono/zod-openapi'
import type { AsOf, Snapshot } from '../database/takeSnapshot.ts'
import { type SqlValue, Where } from '../database/Where.ts'
import { ApiError } from '../errors.ts'
import type { Fields } from '../fields/defineFields.ts'
import { decodeCursor, encodeCursor, type KeyKind } from '../http/cursor.ts'
import { CursorParameter, LimitParameter } from '../schemas/common.ts'
import type { Asked, Endpoint } from './Endpoint.ts'

/** A filter of a list: what it may be, and the condition that it sets. */
export type Filter = {
  readonly schema: z.ZodType
  /** With a `?` for each use of the value. */
  readonly condition: string | ((value: string, asOf: AsOf) => readonly [condition: string, ...values: SqlValue[]])
}

/** The parameters of {@link defineList}. */
export type DefineListParameters = {
  name: string
  path: string
  tag: string
  summary: string
  description?: string | undefined
  params?: Readonly<Record<string, z.ZodType<string>>>
  filters?: Readonly<Record<string, Filter>>
  fields: Fields
  /** What is selected, and from what: `c.*, p.asset_decimals FROM covers c JOIN pools p …`. */
  select: string | ((asOf: AsOf) => string)
  /** Conditions of every page, with the parameters of the path. */
  where?: (params: Asked['params'], where: Where, asOf: AsOf) => void
  /** Two conditions of which one has to hold: each is looked up by an index of its own, which OR would forgo. */
  either?: (params: Asked['params']) => readonly [first: string, second: string, value: string]
  /** The columns by which it is ordered and continued, all in one direction; the last ones make it unique. */
  order: readonly { readonly column: string; readonly key: string; readonly kind: KeyKind }[]
  direction?: 'asc' | 'desc'
  /** Asked before the rows: whether the thing exists that the list belongs to. */
  require?: (snapshot: Snapshot, params: Asked['params']) => Promise<void>
}

const defaultLimit = 50

/**
 * An endpoint that answers with pages of rows. Pages begin where the last one ended, by the keys of its last row: rows
 * that come and go between two requests neither repeat others nor hide them.
 *
 * @example
 * const listPools = defineList({ name: 'listPools', path: '/v1/pools', fields: Pool, select: 'p.* FROM pools p', … })
 */
export function defineList(parameters: DefineListParameters): Endpoint {
  const { name, path, tag, summary, description, params = {}, filters = {}, fields, order } = parameters
  const query = Object.fromEntries(Object.entries(filters).map(([name, { schema }]) => [name, schema.optional()]))
  return {
    ...{ name, path, tag, summary, description, params, list: true, schema: fields.schema },
    query: { ...query, limit: LimitParameter, cursor: CursorParameter },
    async read(snapshot, asked) {
      await parameters.require?.(snapshot, asked.params)
      const { limit = defaultLimit, cursor } = asked.query
      const list = nameOf(path, asked, filters)
      const { text, values } = pageQuery(parameters, asked, snapshot.asOf, list, cursor)
      const rows = await snapshot.rows<Record<string, unknown>>(text, [...values, Number(limit) + 1])
      const page = rows.slice(0, Number(limit))
      const last = page.at(-1)
      const more = rows.length > page.length && last !== undefined
      const keys = more ? order.map(({ key }) => String(last[key])) : []
      return { data: page.map(fields.map), next: more ? encodeCursor(list, keys) : null }
    },
  }
}

/** What a cursor belongs to: the path with its parameters, and the filters. */
function nameOf(path: string, { params, query }: Asked, filters: NonNullable<DefineListParameters['filters']>): string {
  const set = Object.keys(filters).map((name) => [name, query[name] ?? null])
  return JSON.stringify([path, params, set])
}

function pageQuery(
  { select, order, direction = 'desc', where: always, filters = {}, either }: DefineListParameters,
  { params, query }: Asked,
  asOf: AsOf,
  list: string,
  cursor: string | number | undefined,
): { text: string; values: readonly SqlValue[] } {
  const where = new Where()
  // The chain begins every key: with it, the index of the key serves pages that nothing else narrows.
  where.and(`${order[0]?.column.split('.')[0]}.chain_id = ?`, asOf.chainId)
  always?.(params, where, asOf)
  for (const [name, { condition }] of Object.entries(filters)) {
    const value = query[name]
    if (value === undefined) continue
    const said: readonly [string, ...SqlValue[]] =
      typeof condition === 'string'
        ? [condition, ...Array<SqlValue>(condition.split('?').length - 1).fill(value)]
        : condition(String(value), asOf)
    where.and(...said)
  }
  if (cursor !== undefined) {
    const keys = decodeCursor(
      list,
      String(cursor),
      order.map(({ kind }) => kind),
    )
    const columns = order.map(({ column }) => column).join(', ')
    where.and(`(${columns}) ${direction === 'desc' ? '<' : '>'} (${order.map(() => '?').join(', ')})`, ...keys)
  }
  const by = order.map(({ column }) => `${column} ${direction}`).join(', ')
  const what = typeof select === 'string' ? select : select(asOf)
  const limit = `$${where.values.length + (either ? 2 : 1)}`
  const tail = `ORDER BY ${by} LIMIT ${limit}`
  if (either === undefined) return { text: `SELECT ${what} ${where.text} ${tail}`, values: where.values }
  const [first, second, value] = either(params)
  const given = `$${where.values.length + 1}`
  const both = where.text === '' ? 'WHERE' : `${where.text} AND`
  const part = (condition: string): string => `(SELECT ${what} ${both} ${condition.replaceAll('?', given)} ${tail})`
  const parts = [part(first), part(`${second} AND (${first}) IS NOT TRUE`)].join(' UNION ALL ')
  const text = `SELECT * FROM (${parts}) e ${tail}`
  return { text, values: [...where.values, value] }
}

/**
 * A check that a thing exists before its list is read.
 *
 * @throws {ApiError} `not-found`
 */
export function requireRow(
  text: string,
  parameter: string,
  what: string,
): NonNullable<DefineListParameters['require']> {
  return async (snapshot, params) => {
    const id = params[parameter] ?? ''
    const rows = await snapshot.rows(text, [snapshot.deployment.chainId, id])
    if (rows.length === 0) throw new ApiError({ code: 'not-found', detail: `There is no ${what} ${id}.` })
  }
}
