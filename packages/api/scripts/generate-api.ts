/**
 * Writes what follows from the routes of the API: packages/api/openapi.json, its document, and the types of the client
 * in packages/sdk/src/api/generated.ts. `--check` writes nothing and ends with 1 if a file would change.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createDocument } from '../src/openapi/createDocument.ts'

type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  description?: string
}
type Parameter = { name: string; in: string; required?: boolean; schema: Schema; description?: string }
type Operation = {
  operationId: string
  summary: string
  parameters?: Parameter[]
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } }

const root = join(import.meta.dirname, '../../..')
const documentFile = join(root, 'packages/api/openapi.json')
const target = join(root, 'packages/sdk/src/api/generated.ts')

const document = JSON.parse(JSON.stringify(createDocument())) as Document

/** The types of the client for a document. */
function generateApiClient(document: Document): string {
  const schemas = Object.entries(document.components.schemas).map(([name, schema]) => {
    return `${comment(schema.description)}readonly ${name}: ${typeOf(schema)}`
  })
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => {
    const operation = methods.get
    const schema = operation?.responses['200']?.content?.['application/json']?.schema
    return operation && schema ? [{ path, operation, schema }] : []
  })
  const types = operations.map(({ operation: { operationId, summary, parameters = [] }, schema }) => {
    const of = (place: string) => objectOf(parameters.filter((parameter) => parameter.in === place))
    return `${comment(`${summary}.`)}readonly ${operationId}: { readonly path: ${of('path')}; readonly query: ${of('query')}; readonly answer: ${typeOf(schema)} }`
  })
  const paths = operations.map(({ path, operation }) => `${operation.operationId}: '${path}',`)
  return format(
    [
      '/** Written by packages/api/scripts/generate-api.ts from the routes of the API: run `npm run generate`. */',
      '',
      '/** What answers of the API are made of. */',
      `export type ApiSchemas = {\n${schemas.join('\n')}\n}`,
      '',
      '/** What can be asked of the API, by the name of the operation. */',
      `export type ApiOperations = {\n${types.join('\n')}\n}`,
      '',
      '/** The path of each operation. */',
      `export const apiPaths = {\n${paths.join('\n')}\n} as const satisfies { readonly [name in keyof ApiOperations]: string }`,
      '',
    ].join('\n'),
  )
}

function comment(text: string | undefined): string {
  return text ? `/** ${text.replace(/\*\//g, '* /')} */\n` : ''
}

/** Parameters are sent as text: a number may be given as one. */
function objectOf(parameters: Parameter[]): string {
  const fields = parameters.map(({ name, required, schema, description }) => {
    const type = schema.enum ? typeOf(schema) : 'string | number | bigint'
    return `${comment(description)}readonly ${name}${required ? '' : '?'}: ${required ? type : `${type} | undefined`}`
  })
  return fields.length > 0 ? `{\n${fields.join('\n')}\n}` : '{ readonly [name in never]: never }'
}

function typeOf(schema: Schema): string {
  if (schema.$ref) return `ApiSchemas['${schema.$ref.split('/').at(-1)}']`
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const some = schema.anyOf ?? schema.oneOf
  if (some) return some.map(typeOf).join(' | ')
  if (schema.allOf)
    return schema.allOf.map((part) => (part.anyOf || part.oneOf ? `(${typeOf(part)})` : typeOf(part))).join(' & ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(' | ')
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type
    case 'integer':
    case 'number':
      return 'number'
    case 'array':
      return `readonly (${typeOf(schema.items ?? {})})[]`
    case 'object': {
      const { properties = {}, required = [], additionalProperties } = schema
      const fields = Object.entries(properties).map(([name, field]) => {
        return `${comment(field.description)}readonly ${name}${required.includes(name) ? '' : '?'}: ${typeOf(field)}`
      })
      if (fields.length === 0 && typeof additionalProperties === 'object') {
        return `{ readonly [name: string]: ${typeOf(additionalProperties)} }`
      }
      return `{\n${fields.join('\n')}\n}`
    }
    default:
      return 'unknown'
  }
}

function format(text: string): string {
  const arguments_ = ['format', '--stdin-file-path', target]
  return execFileSync(join(root, 'node_modules/.bin/biome'), arguments_, { input: text, encoding: 'utf8', cwd: root })
}

const files = new Map([
  [documentFile, `${JSON.stringify(document, null, 1)}\n`],
  [target, generateApiClient(document)],
])
for (const [path, text] of files) {
  if (!process.argv.includes('--check')) writeFileSync(path, text)
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${relative(root, path)} is stale: run \`npm run generate\``)
    process.exitCode = 1
  }
}
