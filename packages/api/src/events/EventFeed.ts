import { EventEmitter } from 'node:events'
import type { Logger } from '@bulwark/service'
import type { Pool } from 'pg'
import type { Head, HeadWatcher } from '../database/HeadWatcher.ts'
import type { ServedDeployment } from '../database/takeSnapshot.ts'
import { toMoment } from '../schemas/values/toMoment.ts'
import { type ChainEvent, readEvents } from './readEvents.ts'

/** What is told of one step of a chain's head, in order; the block comes last. */
export type FeedStep = {
  readonly deployment: ServedDeployment
  /** The first block that was replaced, if some were. */
  readonly replacedFrom: bigint | undefined
  /** Whether more happened than is told. */
  readonly incomplete: boolean
  readonly events: readonly ChainEvent[]
  readonly head: Head
}

/** Events told of one step at most: whoever needs more asks the API. */
export const maxEventsAStep = 500
/** Blocks whose hash is remembered, to find where a branch left. */
const remembered = 128

/**
 * Follows the heads and reads what happened since: once, whatever the number of listeners.
 *
 * @example
 * const feed = new EventFeed({ pool, watcher, log })
 * feed.on('step', ({ events }) => console.log(events))
 */
export class EventFeed extends EventEmitter<{ step: [step: FeedStep] }> {
  readonly #pool: Pool
  readonly #log: Logger
  readonly #watcher: HeadWatcher
  readonly #told = new Map<string, Map<bigint, string | null>>()
  readonly #onHead = (head: Head): void => {
    this.#queue = this.#queue.then(() => this.#follow(head)).catch((error) => this.#log.warn({ err: error }, 'events'))
  }
  #queue: Promise<void> = Promise.resolve()

  constructor({ pool, watcher, log }: { pool: Pool; watcher: HeadWatcher; log: Logger }) {
    super()
    this.setMaxListeners(0)
    this.#pool = pool
    this.#log = log
    this.#watcher = watcher
    watcher.on('head', this.#onHead)
  }

  /** Follows no more. */
  async stop(): Promise<void> {
    this.#watcher.off('head', this.#onHead)
    await this.#queue
  }

  async #follow(head: Head): Promise<void> {
    const { deployment, blockNumber, blockHash } = head
    const told = this.#told.get(deployment.schema) ?? new Map<bigint, string | null>()
    const last = [...told.keys()].at(-1)
    const ancestor = last === undefined ? undefined : await this.#ancestorOf(deployment, told)
    const replacedFrom = last !== undefined && ancestor !== last ? (ancestor ?? last - 1n) + 1n : undefined
    // The first head is where listening begins: what came before is asked of the API.
    const after = last === undefined ? blockNumber : (ancestor ?? last - 1n)
    const events =
      after < blockNumber
        ? await readEvents({
            query: (text, values) => this.#pool.query(text, values as unknown[]),
            ...{ deployment, after, until: blockNumber, limit: maxEventsAStep },
          })
        : []
    for (const number of told.keys()) if (number > (ancestor ?? -1n)) told.delete(number)
    told.set(blockNumber, blockHash)
    for (const number of told.keys()) {
      if (told.size <= remembered) break
      told.delete(number)
    }
    this.#told.set(deployment.schema, told)
    const incomplete = events.length > maxEventsAStep
    this.emit('step', { deployment, replacedFrom, incomplete, events: events.slice(0, maxEventsAStep), head })
  }

  /** The last block that was told and still is what it was. */
  async #ancestorOf(deployment: ServedDeployment, told: Map<bigint, string | null>): Promise<bigint | undefined> {
    const name = `"${deployment.schema.replace(/"/g, '""')}"`
    const numbers = [...told.keys()]
    const { rows } = await this.#pool.query(
      `SELECT number, hash FROM ${name}.blocks WHERE chain_id = $1 AND number = ANY($2::numeric[])`,
      [deployment.chainId, numbers.map(String)],
    )
    const now = new Map(rows.map(({ number, hash }) => [BigInt(number), hash as string]))
    const same = (number: bigint): boolean => {
      const before = told.get(number)
      const present = now.get(number)
      return present === undefined ? before === null : before === null || before === present
    }
    return numbers.reverse().find(same)
  }
}

/** The data of a `block` event. */
export function blockData({ deployment, blockNumber, blockHash, timestamp, finalizedBlock }: Head) {
  return {
    ...{ chainId: deployment.chainId, blockNumber: blockNumber.toString(), blockHash, timestamp: toMoment(timestamp) },
    finalized: blockNumber <= finalizedBlock,
  }
}
