import { parseArgs } from 'node:util'
import { UsageError } from '../errors.ts'
import { usdc2023 } from '../usdc2023/summarise.ts'
import { names } from './usage.ts'

/** What the command line asks for. */
export type Arguments =
  | { command: 'help' }
  | { command: 'list' }
  | { command: 'all'; json: boolean; port: number | undefined }
  | { command: 'play'; story: string; json: boolean; port: number | undefined; csv: string | undefined; keep: boolean }

const options = {
  csv: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  json: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
  port: { type: 'string' },
} as const

/**
 * Reads the command line.
 *
 * @throws {UsageError} if it asks for what does not exist.
 * @example
 * readArguments(['usdc-2023', '--port', '8545'])
 */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args)
  const [story, ...more] = positionals
  if (values.help || story === undefined) return { command: 'help' }
  if (more.length > 0) throw new UsageError(`Only one story is played at a time, not ${positionals.join(' and ')}.`)
  if (story === 'list') return { command: 'list' }
  if (story !== 'all' && !names.includes(story)) {
    throw new UsageError(`There is no story called ${story}, only ${names.join(', ')}.`)
  }
  const { csv, json, keep } = values
  for (const [option, isGiven] of Object.entries({ csv: csv !== undefined, keep })) {
    if (isGiven && story !== usdc2023.name) throw new UsageError(`--${option} is for ${usdc2023.name} only.`)
  }
  const port = values.port === undefined ? undefined : readPort(values.port)
  return story === 'all' ? { command: 'all', json, port } : { command: 'play', story, csv, json, keep, port }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    const [, option] = /'(-[^' ]*)/.exec(message) ?? []
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(`There is no option ${option}.`)
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
      throw new UsageError(`${option} ${/not take/.test(message) ? 'takes no value' : 'needs a value'}.`)
    }
    throw error
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new UsageError(`--port is "${text}", which is not a number from 1 to 65535.`)
  }
  return port
}
