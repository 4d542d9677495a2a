import { z } from '@hono/zod-openapi'

/** A row as it was read, by the names of the schema's code. */
export type Row = Readonly<Record<string, unknown>>

/** How a column is written in an answer. */
export type Field<output> = {
  readonly schema: z.ZodType<output>
  readonly map: (value: unknown, row: Row) => output
}

/** The fields of a thing, and their schema. */
export type Fields<shape extends FieldShape = FieldShape> = {
  readonly schema: z.ZodType<Item<shape>>
  readonly shape: shape
  map(row: Row): Item<shape>
}

type FieldShape = Readonly<Record<string, Field<unknown>>>
type Item<shape extends FieldShape> = {
  [name in keyof shape]: shape[name] extends Field<infer output> ? output : never
}

/**
 * The fields of a thing: one description gives the schema of the document and the way from a row to an answer.
 *
 * @example
 * const Member = defineFields('Member', { account: address, balance: whole })
 * Member.map({ account: '0x…', balance: '1' })
 */
export function defineFields<shape extends FieldShape>(name: string, shape: shape): Fields<shape> {
  const schemas = Object.fromEntries(Object.entries(shape).map(([field, { schema }]) => [field, schema]))
  const entries = Object.entries(shape)
  return {
    schema: z.object(schemas).openapi(name) as unknown as z.ZodType<Item<shape>>,
    shape,
    map(row) {
      const item: Record<string, unknown> = {}
      for (const [field, { map }] of entries) item[field] = map(row[field], row)
      return item as Item<shape>
    },
  }
}
