import { CodeMismatchError, InvalidDeploymentError, WrongChainError } from '@bulwark/sdk'
import { ServiceError } from './errors.ts'

/**
 * Exit codes of services. Whoever restarts them starts again after `failure` and `retry`, and never after `usage` and
 * `fatal`: units and containers in `ops/` count on it.
 */
export const serviceExitCodes = {
  /** What nobody thought of. */
  failure: 1,
  /** Called with the wrong arguments. */
  usage: 2,
  /** Passes by itself: `EX_TEMPFAIL` of sysexits.h. */
  retry: 75,
  /** Does not pass by itself: `EX_CONFIG` of sysexits.h. */
  fatal: 78,
} as const

const fatalErrors = [WrongChainError, CodeMismatchError, InvalidDeploymentError]

/**
 * The code that a service ends with after an error, by the policy of the error or of what led to it.
 *
 * @example
 * process.exitCode = exitCodeOf(new FatalError('The chain is another one.')) // 78
 */
export function exitCodeOf(error: unknown): number {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ServiceError) return serviceExitCodes[cause.policy]
    if (fatalErrors.some((fatal) => cause instanceof fatal)) return serviceExitCodes.fatal
  }
  return serviceExitCodes.failure
}
