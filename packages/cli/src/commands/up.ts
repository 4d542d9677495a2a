import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CliError, NotFoundError, UsageError } from '../errors.ts'
import { type ExitCode, exitCodes } from '../exitCodes.ts'
import { argumentOf, optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

const require = createRequire(import.meta.url)

/** A program of another package ended otherwise than well; it has said why. */
class ProgramFailedError extends CliError {
  readonly exitCode: ExitCode
  readonly code = 'program-failed'

  constructor(program: string, code: number) {
    super(`${program} ended with ${code}.`, { details: { code } })
    const known = Object.values(exitCodes).find((exitCode) => exitCode === code)
    this.exitCode = known === undefined || known === exitCodes.ok ? exitCodes.error : known
  }
}

/**
 * `bulwark up`: the whole stack on this machine, in a program of its own.
 *
 * @example
 * await upCommand(context)
 */
export async function upCommand(context: Context): Promise<Result | undefined> {
  const { rpc, deployment } = context.options
  if ((rpc === undefined) !== (deployment === undefined)) {
    throw new UsageError('--rpc and --deployment go together.', { advice: 'Give both, or neither for a local chain.' })
  }
  const names = [
    ...['demo', 'speed', 'wait', 'directory', 'chainPort', 'apiPort', 'keeperPort', 'databaseUrl'],
    ...['keystore', 'passwordFile', 'rpc', 'deployment'],
  ]
  const fresh = context.options.fresh === true ? ['--fresh'] : []
  return play(join(folderOf('@bulwark/stack'), 'main.ts'), [...flagsOf(context, names), ...fresh])
}

/**
 * `bulwark replay`: what happened, on a fresh local chain.
 *
 * @example
 * await replayCommand(context)
 */
export async function replayCommand(context: Context): Promise<Result | undefined> {
  const { json, keep } = context.options
  const flags = [...flagsOf(context, ['csv', 'port']), ...(json ? ['--json'] : []), ...(keep ? ['--keep'] : [])]
  return play(join(folderOf('@bulwark/replay'), 'main.ts'), [argumentOf(context, 'story'), ...flags])
}

const folderOf = (name: string) => dirname(require.resolve(name))

const flagsOf = (context: Context, names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const value = optionOf(context, name)
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    return value === undefined ? [] : [flag, value]
  })

/** Runs a program in this terminal until it ends; Ctrl-C is its own to answer. */
async function play(program: string, args: readonly string[]): Promise<undefined> {
  if (!existsSync(program)) throw new NotFoundError(`There is no ${program}.`, { advice: 'Update the repository.' })
  const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit' })
  process.removeAllListeners('SIGINT')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? exitCodes.interrupted : 1)))
  })
  if (code !== exitCodes.ok) throw new ProgramFailedError(args[0] ?? 'It', code)
  return undefined
}
