import { type ApiError, type ProblemCode, type ProblemField, problems } from '../errors.ts'

/** The body of an answer that reports a problem: RFC 9457. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  readonly advice: string
  /** The request, as the log knows it. */
  readonly instance: string
  readonly errors?: readonly ProblemField[]
}

/**
 * The answer that reports a problem.
 *
 * @example
 * return toProblem(new ApiError({ code: 'not-found' }), { instance: requestId })
 */
export function toProblem(error: ApiError, { instance }: { instance: string }): Response {
  const { title, advice } = problems[error.code]
  const problem: Problem = {
    type: `urn:bulwark:problem:${error.code}`,
    ...{ title, status: error.status, code: error.code, detail: error.detail ?? title, advice, instance },
    ...(error.fields ? { errors: error.fields } : {}),
  }
  return new Response(JSON.stringify(problem), {
    status: error.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...error.headers },
  })
}
