import { ApiError } from '../errors.ts'

/**
 * What a question asks for, as its schemas understand it.
 *
 * @throws {ApiError} `invalid-request` with each field that does not fit.
 * @example
 * const { limit } = understood(schema.safeParse(query), 'query')
 */
export function understood<value>(
  parsed: { success: true; data: value } | { success: false; error: { issues: readonly Issue[] } },
  place: string,
): value {
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.slice(0, 20).flatMap((issue) => {
    const names = issue.keys ?? [issue.path.join('.')]
    return names.slice(0, 20).map((field) => ({
      ...{ in: place, field: String(field).slice(0, 100) },
      message: issue.keys ? 'is not known here' : issue.message,
    }))
  })
  const named = fields.map(({ field, message }) => `${field} ${message}`).join('; ')
  throw new ApiError({ code: 'invalid-request', detail: `${place}: ${named}`.slice(0, 500), fields })
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string; readonly keys?: readonly string[] }
