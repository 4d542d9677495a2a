/** What is kept of an answer. */
export type CachedAnswer = {
  readonly head: string
  readonly body: string
  readonly etag: string
  readonly asOf: string
  /** The cursor of the next page, of a text. */
  readonly next?: string | null | undefined
}

/**
 * Answers of the present block, by request. An answer counts as long as the head is the one it was read at; the same
 * question asked many times at once is read once. Bounded by bytes; what was not asked for the longest goes first.
 *
 * @example
 * const answer = await cache.get('/v1/pools', head, () => read())
 */
export class AnswerCache {
  readonly #answers = new Map<string, CachedAnswer>()
  readonly #pending = new Map<string, Promise<CachedAnswer>>()
  readonly #maxBytes: number
  #bytes = 0

  constructor({ maxBytes = 32 << 20 }: { maxBytes?: number } = {}) {
    this.#maxBytes = maxBytes
  }

  /** The answer of this head, kept or read now. */
  async get(key: string, head: string, read: () => Promise<CachedAnswer>): Promise<CachedAnswer> {
    const kept = this.#answers.get(key)
    if (kept?.head === head) {
      this.#answers.delete(key)
      this.#answers.set(key, kept)
      return kept
    }
    const flight = `${head} ${key}`
    const pending = this.#pending.get(flight)
    if (pending) return pending
    const reading = read()
    this.#pending.set(flight, reading)
    try {
      const answer = await reading
      this.#keep(key, answer)
      return answer
    } finally {
      this.#pending.delete(flight)
    }
  }

  #keep(key: string, answer: CachedAnswer): void {
    this.#drop(key)
    const bytes = sizeOf(key, answer)
    if (bytes > this.#maxBytes / 8) return
    this.#answers.set(key, answer)
    this.#bytes += bytes
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#maxBytes) break
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const kept = this.#answers.get(key)
    if (!kept) return
    this.#answers.delete(key)
    this.#bytes -= sizeOf(key, kept)
  }
}

/** Strings of a JSON answer take a byte a character; the rest is for the objects around them. */
function sizeOf(key: string, answer: CachedAnswer): number {
  return key.length + answer.body.length + 400
}
