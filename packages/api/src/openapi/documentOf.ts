import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '../http/Services.ts'

/** The version of the API: its major one is in every path. */
export const apiVersion = '1.0.0'

/**
 * The OpenAPI 3.1 document of an application's routes.
 *
 * @example
 * const document = documentOf(app)
 */
export function documentOf(app: OpenAPIHono<Env>): object {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      ...{ title: 'Bulwark', version: apiVersion, license: { name: 'MIT' } },
      description:
        'What the chain says about pools, covers, incidents and votes. Amounts are whole numbers of smallest units ' +
        'with their decimals; every answer says at which block it was true.',
    },
    servers: [{ url: '/' }],
  })
}
