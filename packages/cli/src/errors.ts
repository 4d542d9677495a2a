import { type ExitCode, exitCodes } from './exitCodes.ts'

/** The parameters of a {@link CliError}. */
export type CliErrorOptions = {
  cause?: unknown
  /** What to do about it, in one sentence. */
  advice?: string | undefined
  /** What a script may want to know beside the message. */
  details?: Readonly<Record<string, unknown>> | undefined
}

/** The root of what the command line itself fails with: each class has the exit code that it ends with. */
export abstract class CliError extends Error {
  abstract readonly exitCode: ExitCode
  /** A stable name for scripts. */
  abstract readonly code: string
  readonly advice: string | undefined
  readonly details: Readonly<Record<string, unknown>>

  constructor(message: string, { cause, advice, details = {} }: CliErrorOptions = {}) {
    super(message, { cause })
    this.name = new.target.name
    this.advice = advice
    this.details = details
  }
}

/** What a row of a list of losses fails by. */
export class LossListError extends CliError {
  readonly exitCode = exitCodes.error
  readonly code = 'loss-list'

  /** One a row, each with its number. */
  readonly complaints: readonly string[]

  constructor(complaints: readonly string[]) {
    const shown = complaints.slice(0, 20)
    const more = complaints.length - shown.length
    super([...shown, ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n'), { details: { complaints: shown } })
    this.complaints = complaints
  }
}

/** The command line asks for something that does not exist. */
export class UsageError extends CliError {
  readonly exitCode = exitCodes.usage
  readonly code = 'usage'
}

/** A file of settings cannot be used. */
export class ConfigError extends CliError {
  readonly exitCode = exitCodes.usage
  readonly code = 'config'
}

/** What was asked for is not on this chain. */
export class NotFoundError extends CliError {
  readonly exitCode = exitCodes.notFound
  readonly code = 'not-found'
}

/** Nothing was sent, because nobody said yes, or because somebody said no. */
export class AbortedError extends CliError {
  readonly exitCode = exitCodes.rejected
  readonly code = 'aborted'
}

/** An account has less than it would have to pay. */
export class InsufficientBalanceError extends CliError {
  readonly exitCode = exitCodes.error
  readonly code = 'insufficient-balance'
}

/** A contract reverted, and it is none of Bulwark's that says why. */
export class RevertedError extends CliError {
  readonly exitCode = exitCodes.reverted
  readonly code = 'reverted'
}

/** A transaction was sent and is not mined in the time given. */
export class PendingError extends CliError {
  readonly exitCode = exitCodes.pending
  readonly code = 'pending'
}

/** The node went away after a transaction was sent: nobody knows yet what became of it. */
export class UnknownOutcomeError extends CliError {
  readonly exitCode = exitCodes.network
  readonly code = 'unknown-outcome'
}

/** Another service that was asked does not answer. */
export class UnreachableError extends CliError {
  readonly exitCode = exitCodes.network
  readonly code = 'unreachable'
}

/** Ctrl-C. */
export class InterruptedError extends CliError {
  readonly exitCode = exitCodes.interrupted
  readonly code = 'interrupted'
}

/** Something differs that should not: the command did its work, and its answer is no. */
export class MismatchError extends CliError {
  readonly exitCode = exitCodes.error
  readonly code = 'mismatch'
}
