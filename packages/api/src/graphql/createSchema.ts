import {
  GraphQLBoolean,
  type GraphQLFieldConfigArgumentMap,
  GraphQLFloat,
  GraphQLID,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql'
import type { Snapshot } from '../database/takeSnapshot.ts'
import type { Endpoint } from '../endpoints/Endpoint.ts'
import { understand } from '../http/understand.ts'

/** A schema of the document, as far as answers use it. */
type JsonSchema = {
  $ref?: string
  type?: string | string[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  description?: string
}

/** The part of the document that types follow from. */
export type DescribedTypes = {
  readonly paths: Readonly<Record<string, { get?: { responses: Record<string, { content?: Content }> } }>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

type Content = Readonly<Record<string, { schema: JsonSchema }>>

const Json = new GraphQLScalarType({ name: 'JSON', description: 'Values by name, as the contract has them.' })

/**
 * The GraphQL schema of the endpoints: a field of `Query` for each, with the same parameters and the same answers.
 * `listPools` is `pools`, `getPool` is `pool`.
 *
 * @example
 * const schema = createSchema(endpoints, document)
 */
export function createSchema(
  endpoints: readonly Endpoint[],
  { components: { schemas }, paths }: DescribedTypes,
): GraphQLSchema {
  const named = new Map<string, GraphQLOutputType>()
  const typeOf = (schema: JsonSchema, name: string): GraphQLOutputType => {
    if (schema.$ref) {
      const target = schema.$ref.split('/').at(-1) ?? ''
      return named.get(target) ?? typeOf(schemas[target] ?? {}, target)
    }
    // What extends another: the properties of both, under its own name.
    if (schema.allOf?.some(({ properties }) => properties)) {
      const parts = schema.allOf.map((part) => (part.$ref ? (schemas[part.$ref.split('/').at(-1) ?? ''] ?? {}) : part))
      return objectOf({ properties: Object.assign({}, ...parts.map(({ properties }) => properties)) }, name)
    }
    const parts = schema.allOf ?? (schema.anyOf ?? schema.oneOf)?.filter(({ type }) => type !== 'null')
    if (parts?.[0]) return typeOf(parts.find(({ $ref }) => $ref) ?? parts[0], name)
    const types = [schema.type].flat().filter((type) => type !== 'null')
    switch (types[0]) {
      case 'boolean':
        return GraphQLBoolean
      // Seconds go beyond 32 bits.
      case 'integer':
      case 'number':
        return GraphQLFloat
      case 'string':
        return GraphQLString
      case 'array':
        return new GraphQLList(new GraphQLNonNull(typeOf(schema.items ?? {}, `${name}Item`)))
      case 'object':
        return objectOf(schema, name)
      default:
        return Json
    }
  }
  const objectOf = (schema: JsonSchema, name: string): GraphQLOutputType => {
    const known = named.get(name)
    if (known) return known
    const type = new GraphQLObjectType({
      name,
      description: schema.description ?? null,
      fields: () =>
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([field, inner]) => [
            field,
            {
              type: typeOf(inner, `${name}${field[0]?.toUpperCase()}${field.slice(1)}`),
              description: inner.description,
            },
          ]),
        ),
    })
    named.set(name, type)
    return type
  }
  const fields = endpoints
    .filter(({ mediaType }) => mediaType === undefined)
    .map((endpoint) => {
      const { properties } = paths[endpoint.path]?.get?.responses[200]?.content?.['application/json']?.schema ?? {}
      const { data = {}, asOf = {} } = properties ?? {}
      return [fieldName(endpoint.name), fieldOf(endpoint, { data, asOf }, typeOf)] as const
    })
  return new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: Object.fromEntries(fields) }) })
}

function fieldName(name: string): string {
  const rest = name.replace(/^(list|get)/, '')
  return `${rest[0]?.toLowerCase()}${rest.slice(1)}`
}

function fieldOf(
  endpoint: Endpoint,
  schemas: { data: JsonSchema; asOf: JsonSchema },
  typeOf: (schema: JsonSchema, name: string) => GraphQLOutputType,
) {
  const { name, params, query, list, summary } = endpoint
  const title = `${name[0]?.toUpperCase()}${name.slice(1)}Answer`
  const data = typeOf(schemas.data, `${title}Data`)
  const asOf = typeOf(schemas.asOf, 'AsOf')
  const args: GraphQLFieldConfigArgumentMap = {
    ...Object.fromEntries(Object.keys(params).map((name) => [name, { type: new GraphQLNonNull(GraphQLID) }])),
    ...Object.fromEntries(Object.keys(query).map((name) => [name, { type: GraphQLID }])),
  }
  return {
    description: summary,
    args,
    type: new GraphQLObjectType({
      name: title,
      fields: { data: { type: data }, asOf: { type: asOf }, ...(list ? { next_cursor: { type: GraphQLString } } : {}) },
    }),
    async resolve(_: unknown, given: Record<string, unknown>, snapshot: Snapshot) {
      const text = (names: readonly string[]) =>
        Object.fromEntries(names.flatMap((name) => (given[name] == null ? [] : [[name, String(given[name])]])))
      const asked = understand(endpoint, text(Object.keys(params)), text(Object.keys(query)))
      const { data, next } = await endpoint.read(snapshot, asked)
      return { data, next_cursor: next ?? null, asOf: snapshot.asOf }
    },
  }
}
