import type { Address, Client, Hex } from 'viem'
import { getBlock } from 'viem/actions'
import { DeepReorgError, InconsistentNodeError } from '../errors.ts'
import { type ChainIndex, emptyIndex } from '../state/ChainIndex.ts'
import { foldEvent } from '../state/foldEvent.ts'
import type { KeeperEvent, Source } from './events.ts'
import { fetchEvents } from './fetchEvents.ts'

/** The newest block that the keeper has read. */
export type Head = {
  readonly number: bigint
  readonly hash: Hex
  readonly time: bigint
  readonly baseFee: bigint
  readonly gasLimit: bigint
}

/** The parameters of a {@link ChainFollower}. */
export type ChainFollowerParameters = {
  /** The first block with an event. */
  startBlock: bigint
  /** Contracts that are known from the start. */
  sources: ReadonlyMap<Address, Source>
  /** Most blocks in one question for events. @default 10000 */
  range?: bigint | undefined
}

/** Blocks behind the head below which nothing is expected to change. */
const safeDepth = 128n
/** Looks at the chain after which the newest blocks are read again: a node may have left out events. */
const recheckEvery = 16
/** Looks after which everything is read again, four times as many each time, up to the last. */
const [firstRereading, lastRereading] = [32, 8_192]

/**
 * Follows the events of the chain and keeps what follows from them. What a reorganisation took back is forgotten: the
 * events of the last 128 blocks are kept beside an index that ends before them.
 */
export class ChainFollower {
  private readonly startBlock: bigint
  private readonly fixed: ReadonlyMap<Address, Source>
  private sources: Map<Address, Source>
  private readonly longest: bigint
  private range: bigint
  /** Everything up to the safe depth. */
  private base: ChainIndex = emptyIndex()
  private current: ChainIndex = emptyIndex()
  private tail: KeeperEvent[] = []
  /** Heads that were read, oldest first. */
  private heads: { number: bigint; hash: Hex }[] = []
  private next: bigint
  /** Events in the base, and the last block that is in it. */
  private counted = 0
  private sunk: bigint
  private looks = 0
  private rereadAt = firstRereading
  private readonly isSecond: boolean
  /** How often blocks were taken back, and how many the last time. */
  readonly reorgs = { count: 0, depth: 0 }
  private rewinds = 0

  constructor({ startBlock, sources, range = 10_000n }: ChainFollowerParameters, isSecond = false) {
    this.isSecond = isSecond
    this.sunk = startBlock - 1n
    this.startBlock = startBlock
    this.fixed = sources
    this.sources = new Map(sources)
    this.longest = range
    this.range = range
    this.next = startBlock
  }

  /** What the events say, as of the last `follow`. */
  get index(): ChainIndex {
    return this.current
  }

  /** How often something was taken back: what was concluded from it does not hold. */
  get reorganisations(): number {
    return this.rewinds
  }

  /**
   * Reads on to the newest block.
   *
   * @throws {DeepReorgError} if more was taken back than is kept; the next call reads everything again.
   * @throws {InconsistentNodeError} if the node is behind what it said before.
   */
  async follow(client: Client): Promise<Head> {
    const block = await getBlock(client, { blockTag: 'latest' })
    const head: Head = {
      ...{ number: block.number, hash: block.hash, time: block.timestamp },
      ...{ baseFee: block.baseFeePerGas ?? 0n, gasLimit: block.gasLimit },
    }
    const last = this.heads.at(-1)
    if (last && last.hash === head.hash) {
      await this.recheck(client)
      return head
    }
    if (last) await this.rewind(client, head)
    while (this.next <= head.number) {
      const to = minimum(this.next + this.range - 1n, head.number)
      const events = await this.fetch(client, to)
      if (!events) continue
      for (const event of events) foldEvent(this.current, event)
      this.tail.push(...events)
      this.next = to + 1n
      this.sink(head.number - safeDepth)
    }
    this.heads.push({ number: head.number, hash: head.hash })
    await this.recheck(client)
    return head
  }

  /** Begins anew, as a keeper that was just started. */
  reset(): void {
    this.sources = new Map(this.fixed)
    ;[this.base, this.current, this.tail, this.heads] = [emptyIndex(), emptyIndex(), [], []]
    this.next = this.startBlock
    ;[this.counted, this.sunk, this.looks, this.rereadAt] = [0, this.startBlock - 1n, 0, firstRereading]
  }

  /**
   * Reads again what was read, now and then: whoever leaves out events cannot be told from one who has none, but nobody
   * makes them up. The reading that has more of them stands.
   */
  private async recheck(client: Client): Promise<void> {
    if (this.isSecond || ++this.looks % recheckEvery !== 0) return
    const isWhole = this.looks >= this.rereadAt
    const again = new ChainFollower(
      { startBlock: this.startBlock, sources: isWhole ? this.fixed : this.sources, range: this.longest },
      true,
    )
    if (!isWhole) {
      again.base = structuredClone(this.base)
      again.current = structuredClone(this.base)
      ;[again.counted, again.sunk, again.next] = [this.counted, this.sunk, this.sunk + 1n]
    }
    const { hash } = await again.follow(client)
    if (isWhole) this.rereadAt = this.looks + Math.min(this.looks * 4, lastRereading)
    if (hash !== this.heads.at(-1)?.hash || again.count <= this.count) return
    ;[this.sources, this.base, this.current, this.tail] = [again.sources, again.base, again.current, again.tail]
    ;[this.counted, this.sunk] = [again.counted, again.sunk]
    this.rewinds++
  }

  private get count(): number {
    return this.counted + this.tail.length
  }

  /** The events up to a block; nothing if the node wants to be asked for less. */
  private async fetch(client: Client, to: bigint): Promise<KeeperEvent[] | undefined> {
    try {
      const events = await fetchEvents(client, { from: this.next, to, sources: this.sources })
      this.range = minimum(this.range * 2n, this.longest)
      return events
    } catch (error) {
      if (to === this.next) throw error
      this.range = (to - this.next + 1n) / 2n
      return undefined
    }
  }

  /** Moves what is too old to be taken back into the base. */
  private sink(until: bigint): void {
    const kept = this.tail.findIndex(({ blockNumber }) => blockNumber > until)
    const old = this.tail.splice(0, kept === -1 ? this.tail.length : kept)
    for (const event of old) foldEvent(this.base, event)
    this.counted += old.length
    if (until > this.sunk) this.sunk = until
    while (this.heads.length > 1 && (this.heads[1]?.number ?? 0n) <= until) this.heads.shift()
  }

  /** Finds the newest head that still stands, and forgets what came after it. */
  private async rewind(client: Client, head: Head): Promise<void> {
    const dropped = this.heads.length
    const newest = this.heads.at(-1)?.number ?? 0n
    for (let last = this.heads.at(-1); last; last = this.heads.at(-1)) {
      if (last.number <= head.number) {
        const { hash } = await getBlock(client, { blockNumber: last.number })
        if (hash === last.hash) break
      }
      this.heads.pop()
    }
    const last = this.heads.at(-1)
    if (last && dropped === this.heads.length) return
    this.reorgs.count += 1
    this.reorgs.depth = Number(newest - (last?.number ?? newest - safeDepth))
    this.rewinds++
    if (!last) {
      this.reset()
      throw new DeepReorgError({ depth: Number(safeDepth) })
    }
    this.tail = this.tail.filter(({ blockNumber }) => blockNumber <= last.number)
    this.current = structuredClone(this.base)
    for (const event of this.tail) foldEvent(this.current, event)
    this.next = last.number + 1n
    if (head.number < last.number) {
      throw new InconsistentNodeError({ reason: `block ${head.number} comes after block ${last.number}` })
    }
  }
}

const minimum = (a: bigint, b: bigint): bigint => (a < b ? a : b)
