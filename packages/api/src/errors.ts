import { FatalError } from '@bulwark/service'

/** Every problem that an answer can report, by a code that never changes: its status, its title, what to do. */
export const problems = {
  'invalid-request': {
    status: 400,
    title: 'The request is not understood.',
    advice: 'Compare it with /v1/openapi.json: `errors` names each field that does not fit.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor is not one of this list.',
    advice: 'Ask again without `cursor`, and pass `next_cursor` on as it came, with the same filters.',
  },
  'ambiguous-chain': {
    status: 400,
    title: 'Several deployments are served here.',
    advice: 'Add `chain` with the id of the chain: /v1/deployments lists them.',
  },
  unauthorized: { status: 401, title: 'This needs the token.', advice: 'Send it as `Authorization: Bearer …`.' },
  'not-found': { status: 404, title: 'There is no such thing.', advice: 'Check the id and the chain.' },
  'unknown-route': { status: 404, title: 'There is no such route.', advice: '/v1/openapi.json lists them.' },
  'unknown-chain': {
    status: 404,
    title: 'No deployment on that chain is served here.',
    advice: '/v1/deployments lists those that are.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The route does not know this method.',
    advice: '`Allow` names those that it knows.',
  },
  'request-timeout': { status: 408, title: 'The request took too long to arrive.', advice: 'Send it at once.' },
  'payload-too-large': { status: 413, title: 'The body is too large.', advice: 'Send less.' },
  'uri-too-long': { status: 414, title: 'The address is too long.', advice: 'Send fewer filters.' },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is of the wrong type.',
    advice: 'Send JSON, with `Content-Type: application/json`.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests.',
    advice: 'Wait for as many seconds as `Retry-After` says.',
  },
  'headers-too-large': { status: 431, title: 'The headers are too large.', advice: 'Send fewer or shorter ones.' },
  internal: {
    status: 500,
    title: 'This went wrong on our side.',
    advice: 'Try again; if it persists, report it with the `instance`.',
  },
  'not-ready': {
    status: 503,
    title: 'Nothing is indexed yet.',
    advice: 'Wait for as many seconds as `Retry-After` says; /status shows how far the index is.',
  },
  'database-unavailable': {
    status: 503,
    title: 'The database does not answer.',
    advice: 'Wait for as many seconds as `Retry-After` says.',
  },
  'too-slow': {
    status: 503,
    title: 'The answer took too long.',
    advice: 'Ask for less: a smaller `limit`, or more filters.',
  },
  'too-busy': {
    status: 503,
    title: 'Too many clients at once.',
    advice: 'Wait for as many seconds as `Retry-After` says.',
  },
} as const satisfies Record<string, { status: number; title: string; advice: string }>

/** The code of a problem. */
export type ProblemCode = keyof typeof problems

/** Where a request does not fit. */
export type ProblemField = { readonly in: string; readonly field: string; readonly message: string }

/** The options of an {@link ApiError}. */
export type ApiErrorOptions = {
  code: ProblemCode
  /** What happened this time, in one sentence. */
  detail?: string | undefined
  /** Which fields do not fit. */
  fields?: readonly ProblemField[] | undefined
  /** Headers of the answer. */
  headers?: Readonly<Record<string, string>> | undefined
  cause?: unknown
}

/**
 * A request that cannot be answered as asked: becomes a `problem+json` of its code's status.
 *
 * @example
 * throw new ApiError({ code: 'not-found', detail: 'There is no cover 7.' })
 */
export class ApiError extends Error {
  readonly code: ProblemCode
  readonly status: (typeof problems)[ProblemCode]['status']
  readonly detail: string | undefined
  readonly fields: readonly ProblemField[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor({ code, detail, fields, headers = {}, cause }: ApiErrorOptions) {
    super(detail ?? problems[code].title, { cause })
    this.name = 'ApiError'
    this.code = code
    this.status = problems[code].status
    this.detail = detail
    this.fields = fields
    this.headers = headers
  }
}

/** What the API was told to do cannot be done: a port, a file or a setting that does not fit. */
export class ConfigurationError extends FatalError {}

/** The database holds no deployment that this API can serve. */
export class UnservedDeploymentError extends FatalError {}
