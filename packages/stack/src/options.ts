import { parseArgs } from 'node:util'
import { StackUsageError } from './errors.ts'
import type { Mode } from './layout.ts'

/** What a stack is started with. */
export type StackOptions = {
  readonly mode: Mode
  /** Where everything is kept. @default '.bulwark' */
  readonly directory: string
  /** Ports at 127.0.0.1; zero is a free one. */
  readonly ports: { readonly chain: number; readonly api: number; readonly keeper: number; readonly database: number }
  /** Of mode `remote`: the nodes to ask, and the manifest of the deployment there. */
  readonly rpcUrls: readonly string[]
  readonly deployment: string | undefined
  /** A PostgreSQL server. @default one of its own */
  readonly databaseUrl: string | undefined
  /** Of mode `remote`: the keystore that the keeper signs with, and the file of its password. @default no keeper */
  readonly keystore: string | undefined
  readonly passwordFile: string | undefined
  /** Begins the local chain and the database anew. */
  readonly fresh: boolean
  /** Of mode `demo`: seconds of the chain in each second, and seconds to wait before the clock runs. */
  readonly speed: number
  readonly wait: number
}

/** The help of `npm start`. */
export const usage = `npm start [-- OPTIONS]

Starts the whole stack on this machine: a chain with Bulwark and a history on it, PostgreSQL, indexer, API and keeper.

  npm start                                     a local chain that goes on where it was
  npm start -- --demo usdc-2023                 USDC loses its peg, while you hold cover and the keeper pays it
  npm start -- --rpc URL --deployment FILE      indexer and API for a chain of others

  --demo NAME          plays a story at --speed; the only one is usdc-2023
  --speed N            seconds of the chain in each second of the demo (1800)
  --wait SECONDS       how long the demo waits for you to buy cover, or press Enter (60)
  --rpc URL            a node; several by several options
  --deployment FILE    the manifest of the deployment on that chain
  --keystore FILE      with --rpc: the key of the keeper; without it none runs
  --password-file FILE the file with its password
  --database-url URL   a PostgreSQL server, instead of one that the stack starts
  --directory DIR      where chain, database and logs are kept (.bulwark)
  --chain-port N       8545 unless given; 0 takes a free one, as with the others
  --api-port N         8787
  --keeper-port N      8788
  --fresh              begins the local chain and the database anew
  --help               this page
`

const options = {
  demo: { type: 'string' },
  speed: { type: 'string', default: '1800' },
  wait: { type: 'string', default: '60' },
  rpc: { type: 'string', multiple: true, default: [] as string[] },
  deployment: { type: 'string' },
  keystore: { type: 'string' },
  'password-file': { type: 'string' },
  'database-url': { type: 'string' },
  directory: { type: 'string', default: '.bulwark' },
  'chain-port': { type: 'string', default: '8545' },
  'api-port': { type: 'string', default: '8787' },
  'keeper-port': { type: 'string', default: '8788' },
  fresh: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/**
 * Reads the command line of `npm start`.
 *
 * @returns nothing if help was asked for.
 * @throws {StackUsageError} if it asks for what does not exist or does not go together.
 * @example
 * readOptions(['--demo', 'usdc-2023', '--speed', '600'])
 */
export function readOptions(args: readonly string[]): StackOptions | undefined {
  const values = parse(args)
  if (values.help) return undefined
  const { demo, deployment, keystore, fresh, directory } = values
  const rpcUrls = values.rpc.map(readUrl)
  const mode: Mode = demo !== undefined ? 'demo' : rpcUrls.length > 0 ? 'remote' : 'local'
  const wrong = (message: string, advice: string) => new StackUsageError(message, { advice })
  if (demo !== undefined && demo !== 'usdc-2023') {
    throw wrong(
      `There is no demo called ${demo}.`,
      'The only one is usdc-2023; `npm run replay -- list` names what can be replayed.',
    )
  }
  if (demo !== undefined && rpcUrls.length > 0) throw wrong('A demo needs a chain of its own.', 'Leave out --rpc.')
  if ((mode === 'remote') !== (deployment !== undefined)) {
    throw wrong('--rpc and --deployment go together.', 'Give both, or neither for a local chain.')
  }
  const passwordFile = values['password-file']
  if (keystore !== undefined && mode !== 'remote') {
    throw wrong('The keeper of a local chain has a key of its own.', 'Leave out --keystore.')
  }
  if ((keystore === undefined) !== (passwordFile === undefined)) {
    throw wrong('--keystore and --password-file go together.', 'Give both.')
  }
  return {
    ...{ mode, directory, rpcUrls, deployment, keystore, passwordFile, fresh },
    databaseUrl: values['database-url'],
    ports: {
      chain: readNumber('--chain-port', values['chain-port'], 0, 65_535),
      api: readNumber('--api-port', values['api-port'], 0, 65_535),
      keeper: readNumber('--keeper-port', values['keeper-port'], 0, 65_535),
      database: 0,
    },
    speed: readNumber('--speed', values.speed, 1, 100_000),
    wait: readNumber('--wait', values.wait, 0, 86_400),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    const { message } = cause as Error
    throw new StackUsageError(message.split('. ')[0] as string, {
      cause,
      advice: '`npm start -- --help` says what there is.',
    })
  }
}

function readNumber(option: string, text: string, from: number, to: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= from && value <= to) return value
  const message = `${option} is "${text}", which is not a whole number from ${from} to ${to}.`
  throw new StackUsageError(message, { advice: '`npm start -- --help` says what it is for.' })
}

function readUrl(text: string): string {
  const url = URL.parse(text)
  if (url !== null && /^https?:$/.test(url.protocol)) return text
  throw new StackUsageError(`--rpc is "${text}", which is no URL.`, { advice: 'It begins with http:// or https://.' })
}
