import { join } from 'node:path'

/** Where a stack keeps what: one folder, which may be deleted at any time while nothing runs. */
export type Layout = {
  /** The folder itself. */
  readonly directory: string
  /** What is of this mode alone: chain, database, logs. */
  readonly mode: string
  /** The manifest of the deployment that runs. */
  readonly deployment: string
  /** The manifest of this mode, which becomes the one that runs. */
  readonly localDeployment: string
  /** Where everything is: URLs, accounts, process. */
  readonly stack: string
  /** Keystores of the accounts to try things with, and the file with their password. */
  readonly keys: string
  readonly password: string
  readonly chainState: string
  /** What is on the local chain besides Bulwark: feed, tokens, pools by name. */
  readonly world: string
  readonly postgres: string
  readonly logs: string
  /** The rates that the keeper posts. */
  readonly rates: string
}

/** The modes of a stack: a local chain that goes on, a story that is played, a chain of others. */
export type Mode = 'local' | 'demo' | 'remote'

/**
 * Names the files of a stack.
 *
 * @example
 * const { deployment } = layoutOf('.bulwark', 'local')
 */
export function layoutOf(directory: string, mode: Mode): Layout {
  const own = join(directory, mode)
  return {
    ...{ directory, mode: own },
    deployment: join(directory, 'deployment.json'),
    localDeployment: join(own, 'deployment.json'),
    stack: join(directory, 'stack.json'),
    keys: join(directory, 'keys'),
    password: join(directory, 'keys', 'password'),
    chainState: join(own, 'chain.json'),
    world: join(own, 'world.json'),
    postgres: join(own, 'postgres'),
    logs: join(own, 'logs'),
    rates: join(own, 'rates.json'),
  }
}
