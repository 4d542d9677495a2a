/** What a service does about a failure: try again later, or stop and say so. */
export type Policy = 'retry' | 'fatal'

/** The parameters of a {@link ServiceError}. */
export type ServiceErrorOptions = {
  /** What led to it. */
  cause?: unknown
  /** What to do about it, in one sentence. */
  advice?: string | undefined
}

/**
 * The root of what services throw themselves. The class says what follows: what can be retried is retried, the rest
 * stops the service loudly.
 *
 * @example
 * if (error instanceof ServiceError && error.policy === 'retry') await wait(delay)
 */
export abstract class ServiceError extends Error {
  abstract readonly policy: Policy
  /** What to do about it. */
  readonly advice: string | undefined

  constructor(message: string, { cause, advice }: ServiceErrorOptions = {}) {
    super(advice ? `${message} ${advice}` : message, { cause })
    this.name = new.target.name
    this.advice = advice
  }
}

/** Passes by itself: a node that does not answer, a database that restarts. */
export class RetryableError extends ServiceError {
  readonly policy = 'retry'
}

/** Does not pass by itself: a wrong chain, a wrong password, a database of another deployment. */
export class FatalError extends ServiceError {
  readonly policy = 'fatal'
}
