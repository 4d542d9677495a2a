/** The root of every error of its own that the replay ends with: one sentence, and what to do about it. */
export class ReplayError extends Error {
  override readonly name: string = 'ReplayError'

  constructor(shortMessage: string, { advice, cause }: { advice: string; cause?: unknown }) {
    super(`${shortMessage}\n${advice}`, { cause })
  }
}

/** The command line asks for something that does not exist. */
export class UsageError extends ReplayError {
  override readonly name = 'UsageError'

  constructor(shortMessage: string) {
    super(shortMessage, { advice: '`npm run replay -- --help` says what there is.' })
  }
}

/** There is no compiler to run. */
export class ForgeNotFoundError extends ReplayError {
  override readonly name = 'ForgeNotFoundError'

  constructor({ cause }: { cause: unknown }) {
    super('The forge binary cannot be run.', {
      advice: 'Run `npm ci` at the root of the repository; on a platform npm has no forge for, install Foundry 1.7.1.',
      cause,
    })
  }
}

/** The contracts do not compile. */
export class CompilationError extends ReplayError {
  override readonly name = 'CompilationError'

  constructor({ output }: { output: string }) {
    super('The contracts do not compile.', { advice: output.trim() })
  }
}

/** A series begins when the story has already begun. */
export class SeriesTooLateError extends ReplayError {
  override readonly name = 'SeriesTooLateError'

  constructor({ begins, needed }: { begins: number; needed: number }) {
    const [from, before] = [begins, needed].map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 16))
    super(`The series begins at ${from}Z, but the story needs a round from before ${before}Z.`, {
      advice: 'The story begins 19 days before the first price below 0.95: give a series that reaches back that far.',
    })
  }
}

/** A story sold other covers than it expects to. */
export class StoryMismatchError extends ReplayError {
  override readonly name = 'StoryMismatchError'

  constructor({ story, covers }: { story: string; covers: readonly string[] }) {
    super(`${story} sold other covers than it expects: ${covers.join(', ') || 'one twice'}.`, {
      advice: 'That is a bug of the story: please report it.',
    })
  }
}
