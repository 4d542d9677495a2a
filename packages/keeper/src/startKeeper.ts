import type { Deployment } from '@bulwark/sdk'
import { createLogger, type Logger, type Signer } from '@bulwark/service'
import { type Address, parseEther, parseGwei } from 'viem'
import type { KnownEvent } from './config/eventsFile.ts'
import { isFatal } from './isFatal.ts'
import { Keeper, type KeeperStatus } from './Keeper.ts'
import type { Reminder } from './plan/planReminders.ts'
import { serveHealth } from './serve/serveHealth.ts'
import type { RevealState } from './state/KeeperState.ts'

/** The parameters of {@link startKeeper}. */
export type StartKeeperParameters = {
  deployment: Deployment
  rpcUrls: readonly string[]
  /** Who sends and pays: see `openSigner`. */
  signer: Signer
  /** The most for a unit of gas, wei. @default 100 gwei */
  maxFeePerGas?: bigint | undefined
  /** What of it goes to the block's producer at first, wei. @default 1 gwei */
  priorityFee?: bigint | undefined
  /** The most to spend in 24 hours of chain time, wei. @default 0.5 ether */
  dailyBudget?: bigint | undefined
  /** The file that remembers what was spent. @default none: a restart forgets it */
  budgetPath?: string | undefined
  /** Seconds from one tick to the next. @default 4 */
  intervalSeconds?: number | undefined
  /** Seconds of chain time between two looks at what a reading trigger watches. @default 60 */
  readingSeconds?: number | undefined
  /** Seconds after which a transaction is stuck. @default 90 */
  stuckSeconds?: number | undefined
  /** Transactions on their way at once. @default 16 */
  maxInFlight?: number | undefined
  /** Gas of a batch of settlements. @default 12 million */
  batchGas?: number | undefined
  /** Says what would be sent, and sends nothing. @default false */
  dryRun?: boolean | undefined
  /** Orders batches, and spreads ticks, by chance. @default from the address */
  seed?: number | undefined
  /** The rates file. */
  ratesPath?: string | undefined
  /** Insured events that quote signers published. */
  events?: readonly KnownEvent[] | undefined
  /** What the signer committed himself to as an assessor. */
  reveals?: readonly RevealState[] | undefined
  /** Assets whose pools are served: anybody may make a pool of a worthless one. @default all */
  assets?: readonly Address[] | undefined
  /** Assessors to remind. */
  assessors?: readonly Address[] | undefined
  onReminder?: ((reminder: Reminder) => void) | undefined
  /** Where health and metrics are served. @default nowhere */
  listen?: { host: string; port: number } | undefined
  /** @default the service's, at level info */
  log?: Logger | undefined
  /** The machine's clock, milliseconds. @default Date.now */
  now?: (() => number) | undefined
}

/** A running keeper. */
export type RunningKeeper = {
  /** How it stands. */
  status(): KeeperStatus
  /** The port of health and metrics, if they are served. */
  readonly port: number | undefined
  /** Settles when the keeper has stopped: well after `stop`, with the error if it was fatal. */
  readonly stopped: Promise<void>
  /** Ends it after the tick that runs. What is on its way stays so. May be called again. */
  stop(): Promise<void>
}

/** The longest pause after failures, milliseconds. */
const longestPause = 60_000

/**
 * Starts a keeper: it does on chain what anybody may do and somebody has to. Any number of them may run at once.
 *
 * @returns once its nodes were found to follow the right chain, or did not answer: then each is looked at before it is used.
 * @throws {WrongChainError} if one does not.
 * @throws {CodeMismatchError} if other contracts are there than the deployment names.
 * @throws {ConfigError} if the address to listen to is taken.
 * @example
 * const keeper = await startKeeper({ deployment, rpcUrls: ['http://127.0.0.1:8545'], signer })
 * await keeper.stop()
 */
export async function startKeeper(parameters: StartKeeperParameters): Promise<RunningKeeper> {
  const { signer, intervalSeconds = 4, listen } = parameters
  const { log = createLogger({ service: 'keeper' }) } = parameters
  const { maxFeePerGas = parseGwei('100'), priorityFee = parseGwei('1'), seed = seedOf(signer.address) } = parameters
  const keeper = new Keeper({
    ...{ readingSeconds: 60, stuckSeconds: 90, maxInFlight: 16, batchGas: 12_000_000, dryRun: false },
    ...{ dailyBudget: parseEther('0.5') },
    ...Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined)),
    ...{ deployment: parameters.deployment, rpcUrls: parameters.rpcUrls, signer, log, seed },
    policy: { maxFeePerGas, priorityFee },
  })
  try {
    await keeper.check()
  } catch (error) {
    if (isFatal(error)) throw error
    // It waits for its nodes as it would later on.
    log.warn({ error: (error as Error).message }, 'no node could be asked yet')
  }
  const server = listen && (await serveHealth({ ...listen, metrics: keeper.metrics, status: () => keeper.status }))

  const stopping = Promise.withResolvers<void>()
  let isStopping = false
  const pause = (milliseconds: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, milliseconds)
    void stopping.promise.then(resolve)
    return promise.finally(() => clearTimeout(timer))
  }

  const run = async (): Promise<void> => {
    let failures = 0
    while (!isStopping) {
      try {
        const hasMore = await keeper.tick()
        failures = 0
        // Not in step with other keepers.
        const jitter = 0.9 + ((seed + keeper.status.ticks * 7_919) % 200) / 1_000
        await pause(hasMore ? 50 : intervalSeconds * 1_000 * jitter)
      } catch (error) {
        const { message } = error as Error
        if (isFatal(error)) {
          log.fatal({ error: message }, 'the keeper stops')
          throw error
        }
        const wait = Math.min(intervalSeconds * 1_000 * 2 ** failures++, longestPause)
        log.error({ error: message?.slice(0, 600), failures, wait }, 'a tick failed')
        await pause(wait)
      }
    }
  }
  log.info({ keeper: signer.address, port: server?.port }, 'the keeper runs')
  const stopped = run().finally(() => server?.close())
  // Whoever does not wait for the end reads of it in the log.
  stopped.catch(() => {})
  return {
    ...{ status: () => keeper.status, port: server?.port, stopped },
    async stop() {
      isStopping = true
      stopping.resolve()
      await stopped.catch(() => {})
    },
  }
}

function seedOf(address: Address): number {
  return Number.parseInt(address.slice(-7), 16)
}
