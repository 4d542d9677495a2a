import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql'
import { ApiError } from '../errors.ts'

/** What an operation may be, at most. */
export type OperationLimits = {
  /** Levels of fields. */
  readonly depth: number
  /** Levels of fields of the schema's own description. */
  readonly introspectionDepth: number
  /** Questions at once: fields of `Query`, aliases counted. */
  readonly questions: number
}

type Measure = { readonly depth: number; readonly fields: number }

/**
 * Refuses operations that ask too much, before anything is read. Fragments are measured once each, so that nested ones
 * cost no more than they say.
 *
 * @throws {ApiError} `invalid-request`.
 * @example
 * limitOperation(document, { depth: 8, introspectionDepth: 16, questions: 10 })
 */
export function limitOperation(document: DocumentNode, limits: OperationLimits): void {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  const measured = new Map<string, Measure>()
  const measure = (selections: SelectionSetNode | undefined): Measure => {
    let [depth, fields] = [0, 0]
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        depth = Math.max(depth, 1 + measure(selection.selectionSet).depth)
        fields++
        continue
      }
      const part =
        selection.kind === Kind.INLINE_FRAGMENT ? measure(selection.selectionSet) : measureOf(selection.name.value)
      depth = Math.max(depth, part.depth)
      fields += part.fields
    }
    return { depth, fields }
  }
  const measureOf = (name: string): Measure => {
    const known = measured.get(name)
    if (known) return known
    // Whoever refers to itself is measured as nothing here; validation has refused it before.
    measured.set(name, { depth: 0, fields: 0 })
    const found = measure(fragments.get(name)?.selectionSet)
    measured.set(name, found)
    return found
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    if (definition.operation !== 'query') refuse(`There is no ${definition.operation} here: nothing can be changed.`)
    const { depth, fields } = measure(definition.selectionSet)
    const describes = definition.selectionSet.selections.every((selection) => {
      return selection.kind === Kind.FIELD && selection.name.value.startsWith('__')
    })
    const most = describes ? limits.introspectionDepth : limits.depth
    if (depth > most) refuse(`The operation is ${depth} levels deep; ${most} are allowed.`)
    if (fields > limits.questions) refuse(`The operation asks ${fields} questions; ${limits.questions} are allowed.`)
  }
}

function refuse(detail: string): never {
  throw new ApiError({ code: 'invalid-request', detail, fields: [{ in: 'body', field: 'query', message: detail }] })
}
