import { existsSync, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { ConfigError } from '../errors.ts'
import { readStack } from './readStack.ts'
import type { Config } from './types.ts'

/** The settings that a person may give, in flags, environment and files alike. */
export const settings = ['rpc', 'deployment', 'api', 'database', 'keystore', 'signer', 'from'] as const

type Setting = (typeof settings)[number]
type Settings = { readonly [setting in Setting]?: string | undefined }

/** The parameters of {@link readConfig}. */
export type ReadConfigParameters = {
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where to look for the project. */
  readonly cwd: string
  /** The user's home. */
  readonly home: string
}

/**
 * Reads the settings: flags, then `BULWARK_…`, then `.bulwark/config.json` of the project, then what a local stack
 * wrote beside it, then `bulwark/config.json` in the user's XDG folder. None of them takes a secret.
 *
 * @throws {ConfigError} if a file is no JSON object of these settings, or a secret is among them.
 * @example
 * const { rpc } = readConfig({ flags, env: process.env, cwd: process.cwd(), home: homedir() })
 */
export function readConfig({ flags, env, cwd, home }: ReadConfigParameters): Config {
  for (const name of Object.keys(env)) {
    if (!/^BULWARK_.*(KEY|PASSWORD|MNEMONIC|SECRET)$/.test(name) || env[name] === '') continue
    throw new ConfigError(`The environment holds ${name}, which every process of yours can read.`, {
      advice:
        'Unset it; keep the key in a keystore (`bulwark keystore import`), its password in a file or in your head.',
    })
  }
  const project = findProject(cwd)
  const userFolder = absolute(env.XDG_CONFIG_HOME, join(home, '.config'))
  const dataFolder = absolute(env.XDG_DATA_HOME, join(home, '.local', 'share'))
  const stack = project === undefined ? {} : readStack(project)
  const fromEnv = Object.fromEntries(settings.map((name) => [name, env[`BULWARK_${name.toUpperCase()}`] || undefined]))
  const fromFlags = Object.fromEntries(
    settings.map((name) => [name, typeof flags[name] === 'string' ? flags[name] : undefined]),
  )
  const layers: readonly Settings[] = [
    ...[fromFlags, fromEnv],
    ...(project === undefined ? [] : [readFile(join(project, 'config.json'))]),
    ...[stack, project === undefined ? {} : manifestOf(project)],
    readFile(join(userFolder, 'bulwark', 'config.json')),
  ]
  const pick = (name: Setting) => layers.map((layer) => layer[name]).find((value) => value !== undefined)
  return {
    ...{ rpc: pick('rpc'), deployment: pick('deployment'), api: pick('api'), database: pick('database') },
    ...{ keystore: pick('keystore'), signer: pick('signer'), from: pick('from') },
    keystores: [join(dataFolder, 'bulwark', 'keystores'), ...(project === undefined ? [] : [join(project, 'keys')])],
    demo: stack.demo ?? [],
  }
}

/** The `.bulwark` folder of this folder or of one above it. */
function findProject(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.bulwark'))) return join(folder, '.bulwark')
    if (dirname(folder) === folder) return undefined
  }
}

function manifestOf(project: string): Settings {
  const path = join(project, 'deployment.json')
  return existsSync(path) ? { deployment: path } : {}
}

/** The XDG specification lets relative paths be ignored. */
function absolute(path: string | undefined, otherwise: string): string {
  return path !== undefined && isAbsolute(path) ? path : otherwise
}

function readFile(path: string): Settings {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new ConfigError(`${path} cannot be read.`, { cause: error })
  }
  const values = parse(path, text)
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    if (!settings.some((setting) => setting === name)) {
      const advice = `It may hold ${settings.join(', ')}; never a key or a password.`
      throw new ConfigError(`${path} has a setting called ${JSON.stringify(name)}, which does not exist.`, { advice })
    }
    if (typeof value !== 'string') throw new ConfigError(`${path}: ${name} must be a string.`)
    // Paths in a file are meant from where the file is.
    found[name] = name === 'deployment' ? resolve(dirname(path), value) : value
  }
  return found
}

function parse(path: string, text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch (cause) {
    throw new ConfigError(`${path} is not JSON.`, { cause })
  }
  throw new ConfigError(`${path} is not a JSON object.`)
}
