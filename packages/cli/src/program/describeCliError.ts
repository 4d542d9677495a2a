import type { CliError } from '../errors.ts'
import type { ExitCode } from '../exitCodes.ts'

/** What is told of a failure. */
export type DescribedError = {
  readonly exitCode: ExitCode
  /** A stable name of the kind of failure. */
  readonly code: string
  /** The class. */
  readonly name: string
  readonly message: string
  readonly advice: string | undefined
  readonly details: Readonly<Record<string, unknown>>
}

/**
 * Says of a failure of the command line's own what it is, and what the program ends with.
 *
 * @example
 * const { exitCode } = describeCliError(new UsageError('Which command?'))
 */
export function describeCliError({ exitCode, code, name, message, advice, details }: CliError): DescribedError {
  return { exitCode, code, name, message, advice, details }
}
