import { type ApiProblem, ApiProblemError, ApiUnreachableError } from './errors.ts'
import { type ApiOperations, apiPaths } from './generated.ts'

/** The parameters of {@link createApiClient}. */
export type CreateApiClientParameters = {
  /** Where the API is: `http://127.0.0.1:42069`. */
  url: string
  /** @default the global one */
  fetch?: typeof globalThis.fetch | undefined
  /** How often a request is sent again that was refused for now. @default 2 */
  retries?: number | undefined
  /** Milliseconds after which a request is given up. @default 10000 */
  timeout?: number | undefined
}

/** What can be asked, by name. */
export type ApiOperation = keyof ApiOperations

/** Parameters of the path and of the query, in one. */
export type ApiQuestion<name extends ApiOperation> = ApiOperations[name]['path'] & ApiOperations[name]['query']

/** An operation that answers in pages. */
export type ApiList = {
  [name in ApiOperation]: ApiOperations[name]['answer'] extends { next_cursor: unknown } ? name : never
}[ApiOperation]

/** One thing of a list. */
export type ApiItem<name extends ApiList> = ApiOperations[name]['answer'] extends { data: readonly (infer item)[] }
  ? item
  : never

/** Asks an API of Bulwark. */
export type ApiClient = {
  /** The answer to one question. */
  ask<name extends ApiOperation>(name: name, question?: ApiQuestion<name>): Promise<ApiOperations[name]['answer']>
  /** Every thing of a list, page after page. */
  all<name extends ApiList>(name: name, question?: ApiQuestion<name>): AsyncGenerator<ApiItem<name>>
}

/**
 * A client of the HTTP API, typed by its OpenAPI document.
 *
 * @throws {ApiProblemError} if the API refuses a question.
 * @throws {ApiUnreachableError} if it does not answer.
 * @example
 * const api = createApiClient({ url: 'http://127.0.0.1:42069' })
 * for await (const cover of api.all('listCovers', { owner: alice })) console.log(cover.id, cover.end.iso)
 */
export function createApiClient(parameters: CreateApiClientParameters): ApiClient {
  const { retries = 2 } = parameters
  const ask: ApiClient['ask'] = async (name, question) => {
    const url = urlOf(parameters.url, name, { ...question })
    for (let attempt = 0; ; attempt++) {
      const { answer, problem, wait } = await send(url, parameters)
      if (problem === undefined) return answer as never
      const passes = problem.status === 429 || problem.status === 503
      if (!passes || attempt >= retries || wait > 10) throw new ApiProblemError({ problem, url })
      await new Promise((resolve) => setTimeout(resolve, wait * 1000))
    }
  }
  return {
    ask,
    async *all(name, question) {
      let cursor: string | null | undefined
      do {
        const page = await ask(name, { ...question, ...(cursor ? { cursor } : {}) } as never)
        const { data, next_cursor } = page as unknown as { data: readonly never[]; next_cursor: string | null }
        yield* data
        cursor = next_cursor
      } while (cursor !== null)
    },
  }
}

function urlOf(base: string, name: ApiOperation, question: Record<string, unknown>): string {
  const rest = { ...question }
  const path = apiPaths[name].replace(/\{(\w+)\}/g, (_, parameter: string) => {
    const value = rest[parameter]
    delete rest[parameter]
    return encodeURIComponent(String(value))
  })
  const query = new URLSearchParams()
  for (const [parameter, value] of Object.entries(rest)) if (value !== undefined) query.set(parameter, String(value))
  return `${base.replace(/\/+$/, '')}${path}${query.size > 0 ? `?${query}` : ''}`
}

type Sent = { answer?: unknown; problem?: ApiProblem; wait: number }

async function send(
  url: string,
  { fetch = globalThis.fetch, timeout = 10_000 }: CreateApiClientParameters,
): Promise<Sent> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeout), headers: { Accept: 'application/json' } })
    const body: unknown = await response.json()
    if (response.ok) return { answer: body, wait: 0 }
    const { code } = (body ?? {}) as { code?: unknown }
    if (typeof code !== 'string') throw new ApiUnreachableError({ url })
    const wait = Number(response.headers.get('Retry-After') ?? 1)
    return { problem: body as ApiProblem, wait: Number.isFinite(wait) ? wait : 1 }
  } catch (cause) {
    if (cause instanceof ApiUnreachableError) throw cause
    throw new ApiUnreachableError({ url, cause: cause instanceof Error ? cause : undefined })
  }
}
