import { CommanderError } from 'commander'
import { readConfig } from '../config/readConfig.ts'
import { CliError, UsageError } from '../errors.ts'
import { exitCodes } from '../exitCodes.ts'
import { createTalk } from '../output/createTalk.ts'
import { formatJson } from '../output/formatJson.ts'
import { formatView } from '../output/formatView.ts'
import { specs } from '../specs/specs.ts'
import { createProgram, type Invocation } from './createProgram.ts'
import { describeCliError } from './describeCliError.ts'
import { onInterrupt } from './onInterrupt.ts'
import type { Result } from './types.ts'

/** What a run of the program sees of the world. */
export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  readonly cwd: string
  readonly home: string
}

/** The version of the objects that `--json` prints; it rises if a field changes its meaning or goes. */
const schemaVersion = 1

/**
 * Runs one command line.
 *
 * @returns the exit code.
 * @example
 * process.exitCode = await runBulwark(['pools', '--json'], surroundings)
 */
export async function runBulwark(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { env, stdin, stdout, stderr } = surroundings
  const bare = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : undefined)
  const json = bare.includes('--json')
  const options = { color: !bare.includes('--no-color'), input: !bare.includes('--no-input') }
  const talk = createTalk({ stderr, stdin, env, ...options, quiet: bare.includes('--quiet') })
  const print = (text: string) => {
    stdout.write(`${text}\n`)
  }
  const fail = async (command: string, error: unknown): Promise<number> => {
    // The SDK's errors are told by the SDK, which takes a second to load: the command line's own do not wait for it.
    const describe = error instanceof CliError ? describeCliError : (await import('./describeError.ts')).describeError
    const { exitCode, code, name, message, advice, details } = describe(error as CliError)
    if (json) {
      const fault = { code, name, message, ...(advice && { advice }), ...details, exitCode }
      print(formatJson({ schema: `bulwark/error/${schemaVersion}`, command, error: fault }))
    }
    stderr.write(`${talk.red('error')}: ${message}${advice === undefined ? '' : `\n${advice}`}\n`)
    return exitCode
  }

  let written = ''
  let invocation: Invocation | undefined
  const program = createProgram(specs, {
    invoked: (called) => {
      invocation = called
    },
    out: (text) => stdout.write(text),
    err: (text) => {
      written += text
    },
  })
  try {
    if (argv.length === 0) {
      program.outputHelp()
      return exitCodes.ok
    }
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) return fail('', error)
    if (error.exitCode === 0) return exitCodes.ok
    // Help that was shown because a word was missing: it is what was meant to be read.
    if (error.code === 'commander.help') {
      if (json) return fail('', new UsageError('Which command?'))
      stderr.write(written)
      return exitCodes.usage
    }
    const [message = '', ...hints] = written
      .trim()
      .replace(/^error: /, '')
      .split('\n')
    return fail('', new UsageError(message, { advice: hints.join(' ') || 'Run it with --help to see what there is.' }))
  }
  if (invocation === undefined) return exitCodes.ok

  const { spec, args, rest, options: given } = invocation
  const interrupted = onInterrupt()
  try {
    const { cwd, home } = surroundings
    const config = readConfig({ flags: given, env, cwd, home })
    const run = await spec.load()
    const context = { command: spec.name, args, rest, options: given, config, talk }
    const result = await Promise.race([run(context), interrupted.promise])
    if (result !== undefined) show(result)
    return exitCodes.ok
  } catch (error) {
    return fail(spec.name, error)
  } finally {
    interrupted.stop()
  }

  function show({ data, view }: Result): void {
    if (json) {
      print(formatJson({ schema: `bulwark/${spec.name.replace(' ', '-')}/${schemaVersion}`, ...data }))
      return
    }
    const lively = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb' && options.color
    const bold = (text: string) => (lively ? `\u001b[1m${text}\u001b[0m` : text)
    const text = formatView(view, { plain: given.plain === true, bold })
    if (text !== '') print(text)
  }
}
