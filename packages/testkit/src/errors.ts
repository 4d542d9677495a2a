import type { Address, Hash, Hex } from 'viem'

/** The root of every error the testkit throws: one sentence on what happened, and what to do about it. */
export class TestkitError extends Error {
  override readonly name: string = 'TestkitError'
  /** What happened, in one sentence. */
  readonly shortMessage: string
  /** Output of another program or a lower layer, as it came. */
  readonly details: string | undefined

  constructor(shortMessage: string, options: { advice?: string; details?: string; cause?: unknown } = {}) {
    const { advice, details, cause } = options
    super([shortMessage, advice, details && `Details: ${details}`].filter(Boolean).join('\n'), { cause })
    this.shortMessage = shortMessage
    this.details = details || undefined
  }
}

/** No `anvil` binary was found, or it could not be run. */
export class AnvilNotFoundError extends TestkitError {
  override readonly name = 'AnvilNotFoundError'
  /** Where it was looked for, in order. */
  readonly looked: readonly string[]

  constructor({ looked, cause }: { looked: readonly string[]; cause?: unknown }) {
    super('The anvil binary cannot be run.', {
      advice: `Run \`npm ci\` at the root of the repository; on a platform npm has no anvil for, install Foundry 1.7.1. Looked in: ${looked.join(', ')}.`,
      cause,
    })
    this.looked = looked
  }
}

/** Something else listens on the port that was asked for. */
export class AnvilPortTakenError extends TestkitError {
  override readonly name = 'AnvilPortTakenError'
  readonly port: number

  constructor({ port }: { port: number }) {
    super(`Port ${port} is taken.`, {
      advice: 'Stop what listens there, or give another port, or none for a free one.',
    })
    this.port = port
  }
}

/** anvil ended although nobody stopped it. */
export class AnvilExitedError extends TestkitError {
  override readonly name = 'AnvilExitedError'
  readonly exitCode: number | null
  readonly signal: string | null

  constructor({ exitCode, signal, stderr }: { exitCode: number | null; signal: string | null; stderr: string }) {
    super(`anvil ended by itself (${signal ?? `code ${exitCode}`}).`, { details: stderr.trim() })
    this.exitCode = exitCode
    this.signal = signal
  }
}

/** anvil runs but did not answer in time. */
export class AnvilTimeoutError extends TestkitError {
  override readonly name = 'AnvilTimeoutError'

  constructor({ seconds, stderr, cause }: { seconds: number; stderr: string; cause?: unknown }) {
    super(`anvil did not answer within ${seconds} seconds.`, { details: stderr.trim(), cause })
  }
}

/** Time on a chain only goes forward. */
export class TimeNotIncreasedError extends TestkitError {
  override readonly name = 'TimeNotIncreasedError'

  constructor({ now, wanted }: { now: number; wanted: number }) {
    super(`The chain is at ${now} and cannot go back to ${wanted}.`, {
      advice: `Start anvil with a timestamp of ${wanted} or earlier, or do this before what took the chain further.`,
    })
  }
}

/** A transaction was mined and reverted. */
export class TransactionRevertedError extends TestkitError {
  override readonly name = 'TransactionRevertedError'
  /** The custom error's name, `Error` for a reason string, `Panic`, or undefined if no ABI given knows it. */
  readonly errorName: string | undefined
  /** The error's arguments, in order. */
  readonly args: readonly unknown[]
  /** What the transaction returned. */
  readonly data: Hex
  readonly hash: Hash

  constructor(options: { action: string; hash: Hash; data: Hex; errorName?: string; args?: readonly unknown[] }) {
    const { action, hash, data, errorName, args = [] } = options
    const unknown = !errorName && data !== '0x'
    const reason = errorName ? `${errorName}(${args.join(', ')})` : unknown ? data : 'without data'
    super(`${action} reverted: ${reason}.`, unknown ? { advice: 'Pass the ABI that has this error as `errors`.' } : {})
    this.errorName = errorName
    this.args = args
    this.data = data
    this.hash = hash
  }
}

/** A compiled contract is not where it should be. */
export class ArtifactNotFoundError extends TestkitError {
  override readonly name = 'ArtifactNotFoundError'

  constructor({ path, advice, cause }: { path: string; advice: string; cause?: unknown }) {
    super(`There is no artifact at ${path}.`, { advice, cause })
  }
}

/** A file was read as an artifact and has no ABI or no bytecode. */
export class ArtifactInvalidError extends TestkitError {
  override readonly name = 'ArtifactInvalidError'

  constructor({ path, cause }: { path: string; cause?: unknown }) {
    super(`${path} is not an artifact with an ABI and bytecode.`, { cause })
  }
}

/** Bytecode needs the address of a library that was not given. */
export class LibraryNotLinkedError extends TestkitError {
  override readonly name = 'LibraryNotLinkedError'
  readonly libraries: readonly string[]

  constructor({ libraries }: { libraries: readonly string[] }) {
    super(`The bytecode needs the address of ${libraries.join(', ')}.`, {
      advice: 'Deploy it first and pass the artifact through linkLibraries.',
    })
    this.libraries = libraries
  }
}

/** A price feed does not hold what was just written to it. */
export class FeedMismatchError extends TestkitError {
  override readonly name = 'FeedMismatchError'

  constructor(options: { aggregator: Address; round: number; expected: string; actual: string }) {
    const { aggregator, round, expected, actual } = options
    super(`Round ${round} of the feed ${aggregator} reads ${actual}, not ${expected}.`)
  }
}

/** Rounds cannot be used as one series of a price feed: the root of the errors below. */
export class RoundsError extends TestkitError {
  override readonly name: string = 'RoundsError'
}

/** A file of rounds cannot be read. */
export class RoundsFileUnreadableError extends RoundsError {
  override readonly name = 'RoundsFileUnreadableError'

  constructor({ path, cause }: { path: string; cause: unknown }) {
    super(`${path} cannot be read.`, { advice: 'Give the path of a CSV file.', details: String(cause), cause })
  }
}

/** There is no round at all. */
export class RoundsEmptyError extends RoundsError {
  override readonly name = 'RoundsEmptyError'

  constructor({ where }: { where: string }) {
    super(`${where}: there are no rounds.`, { advice: 'Give at least one row below the header.' })
  }
}

/** A column that is needed is missing, or a row has another number of cells than the header. */
export class RoundsColumnError extends RoundsError {
  override readonly name = 'RoundsColumnError'
}

/** A cell is not a whole number in the range its column allows. */
export class RoundsNumberError extends RoundsError {
  override readonly name = 'RoundsNumberError'

  constructor({ where, column, value }: { where: string; column: string; value: string }) {
    super(`${where}: ${column} is "${value}", which is not a whole number it can hold.`, {
      advice:
        'Rounds are 1 or more, times are in Unix seconds, answers are whole numbers of the smallest unit (95434030, not 0.9543403).',
    })
  }
}

/** A round does not follow the one before it. */
export class RoundsGapError extends RoundsError {
  override readonly name = 'RoundsGapError'

  constructor({ where, previous, round }: { where: string; previous: number; round: number }) {
    super(`${where}: round ${round} follows round ${previous}.`, {
      advice: 'Rounds of one aggregator are numbered without holes: give all of one phase, in order.',
    })
  }
}

/** A round is not later than the one before it. */
export class RoundsTimeError extends RoundsError {
  override readonly name = 'RoundsTimeError'

  constructor({ where, previous, time }: { where: string; previous: number; time: number }) {
    super(`${where}: the time ${time} is not after ${previous}, the time of the round before.`, {
      advice: 'Sort the rounds and drop those that are there twice.',
    })
  }
}

/** The table of roles is not what the chain and the sources have. */
export class RolesIncompleteError extends TestkitError {
  override readonly name = 'RolesIncompleteError'

  constructor(what: string) {
    super(`The table of roles is not complete: ${what}`, {
      advice: 'Correct packages/testkit/src/bulwark/roles.ts, and what `describeRoles` looks at.',
    })
  }
}
