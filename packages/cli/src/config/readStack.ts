import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ConfigError } from '../errors.ts'
import type { DemoAccount } from './types.ts'

/** What a local stack left in `.bulwark/stack.json`. */
export type Stack = {
  readonly rpc?: string | undefined
  readonly api?: string | undefined
  readonly database?: string | undefined
  readonly demo?: readonly DemoAccount[]
}

/**
 * Reads where the local stack of a project is, if one was started.
 *
 * @throws {ConfigError} if the file is no JSON.
 * @example
 * const { rpc, api } = readStack('/home/me/bulwark/.bulwark')
 */
export function readStack(project: string): Stack {
  const path = join(project, 'stack.json')
  if (!existsSync(path)) return {}
  let value: Record<string, unknown>
  try {
    value = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  } catch (cause) {
    throw new ConfigError(`${path} is not JSON.`, { cause, advice: 'Delete it and start the stack again.' })
  }
  const text = (...names: readonly string[]): string | undefined => {
    const found = names.map((name) => value?.[name]).find((field) => typeof field === 'string')
    return found as string | undefined
  }
  const accounts = Array.isArray(value?.accounts) ? (value.accounts as Record<string, unknown>[]) : []
  const demo = accounts.flatMap((account): DemoAccount[] => {
    const { label, address, keystore, passwordFile } = account ?? {}
    if (typeof label !== 'string' || typeof address !== 'string' || typeof keystore !== 'string') return []
    const file = typeof passwordFile === 'string' ? locate(project, passwordFile) : undefined
    return [{ label, address, keystore: locate(project, keystore), passwordFile: file }]
  })
  return { rpc: text('rpcUrl', 'rpc'), api: text('apiUrl', 'api'), database: text('databaseUrl', 'database'), demo }
}

/** Paths may be meant from the folder itself, or from where the stack was started, which is above it. */
function locate(project: string, path: string): string {
  const within = resolve(project, path)
  return existsSync(within) ? within : resolve(dirname(project), path)
}
