import type { z } from '@hono/zod-openapi'
import type { Snapshot } from '../database/takeSnapshot.ts'

/** What a request asks for, once it was understood. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | number | undefined>>
}

/** What an endpoint found: one thing, or a page and where the next one begins. */
export type Found = { readonly data: unknown; readonly next?: string | null }

/** One question that the API answers: the routes, the document and GraphQL follow from it. */
export type Endpoint = {
  /** The name of the operation: `listCovers`, `getCover`. */
  readonly name: string
  /** With parameters in braces: `/v1/covers/{cover}`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description?: string | undefined
  readonly params: Readonly<Record<string, z.ZodType<string>>>
  readonly query: Readonly<Record<string, z.ZodType>>
  /** The schema of the thing, or of one thing of the list. */
  readonly schema: z.ZodType
  readonly list: boolean
  /** Of an answer that is text and no JSON: a calendar, a feed, a table. The data is that text then. */
  readonly mediaType?: string
  read(snapshot: Snapshot, asked: Asked): Promise<Found>
}
