import type { z } from '@hono/zod-openapi'
import type { Snapshot } from '../database/takeSnapshot.ts'
import { ApiError } from '../errors.ts'
import type { Asked, Endpoint } from './Endpoint.ts'

/** The parameters of {@link defineOne}. */
export type DefineOneParameters = {
  name: string
  path: string
  tag: string
  summary: string
  description?: string | undefined
  params?: Readonly<Record<string, z.ZodType<string>>>
  query?: Readonly<Record<string, z.ZodType>>
  schema: z.ZodType
  /** What it is called in the sentence that says that there is none. */
  what: string
  /** The thing, or nothing. */
  read: (snapshot: Snapshot, asked: Asked) => Promise<unknown>
}

/**
 * An endpoint that answers with one thing, or says that there is none.
 *
 * @example
 * const getPool = defineOne({ name: 'getPool', path: '/v1/pools/{pool}', what: 'pool', read: readPool, … })
 */
export function defineOne(parameters: DefineOneParameters): Endpoint {
  const { name, path, tag, summary, description, params = {}, query = {}, schema, what } = parameters
  return {
    ...{ name, path, tag, summary, description, params, query, schema, list: false },
    async read(snapshot, asked) {
      const data = await parameters.read(snapshot, asked)
      if (data === undefined) {
        const id = Object.values(asked.params).join(', ')
        throw new ApiError({ code: 'not-found', detail: `There is no ${what}${id && ` ${id}`}.` })
      }
      return { data }
    },
  }
}
