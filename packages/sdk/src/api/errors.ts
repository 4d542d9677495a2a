import { BulwarkError } from '../errors/base.ts'

/** What the API says of a request that it refuses: RFC 9457. */
export type ApiProblem = {
  readonly status: number
  /** Stable: what a program looks at. */
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly advice: string
  /** The request, as the log of the API knows it. */
  readonly instance: string
  readonly errors?: readonly { readonly in: string; readonly field: string; readonly message: string }[] | undefined
}

/**
 * The API refused a request.
 *
 * @example
 * try {
 *   await createApiClient({ url: 'http://127.0.0.1:42069' }).ask('getCover', { cover: id })
 * } catch (error) {
 *   if (error instanceof ApiProblemError) console.log(error.problem.code, error.advice)
 * }
 */
export class ApiProblemError extends BulwarkError {
  override readonly name = 'ApiProblemError'
  readonly problem: ApiProblem

  constructor({ problem, url }: { problem: ApiProblem; url: string }) {
    super(`The API answered ${problem.code} (${problem.status}): ${problem.detail}`, {
      ...{ advice: problem.advice, metaMessages: [`Request: ${url}`] },
    })
    this.problem = problem
  }
}

/** The API did not answer, or not as an API of Bulwark does. */
export class ApiUnreachableError extends BulwarkError {
  override readonly name = 'ApiUnreachableError'

  constructor({ url, cause }: { url: string; cause?: Error | undefined }) {
    super('The API did not answer.', {
      ...{ cause, advice: 'Check the URL, and that the API runs: /health says so.', metaMessages: [`Request: ${url}`] },
    })
  }
}
