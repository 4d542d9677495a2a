/** What a {@link RateLimiter} says of one request. */
export type RateVerdict = {
  readonly allowed: boolean
  readonly limit: number
  readonly remaining: number
  /** Seconds until the budget is whole again. */
  readonly reset: number
  /** Seconds until one more request is allowed; zero if one is. */
  readonly retryAfter: number
}

/**
 * A bucket of requests for each client, refilled evenly. It remembers a bounded number of clients: the one that was
 * silent the longest is forgotten first.
 *
 * @example
 * const limiter = new RateLimiter({ limit: 600, window: 60 })
 * const { allowed } = limiter.take('203.0.113.7', performance.now())
 */
export class RateLimiter {
  readonly limit: number
  /** Seconds in which an empty bucket fills. */
  readonly window: number
  readonly #clients = new Map<string, { tokens: number; at: number }>()
  readonly #maxClients: number

  constructor({ limit, window, maxClients = 20_000 }: { limit: number; window: number; maxClients?: number }) {
    this.limit = limit
    this.window = window
    this.#maxClients = maxClients
  }

  /** Takes one request of a client at a time in milliseconds. */
  take(client: string, now: number, cost = 1): RateVerdict {
    const rate = this.limit / (this.window * 1000)
    const known = this.#clients.get(client)
    const filled = known ? Math.min(this.limit, known.tokens + Math.max(0, now - known.at) * rate) : this.limit
    const allowed = filled >= cost
    const tokens = allowed ? filled - cost : filled
    this.#clients.delete(client)
    this.#clients.set(client, { tokens, at: now })
    if (this.#clients.size > this.#maxClients) {
      const [oldest] = this.#clients.keys()
      if (oldest !== undefined) this.#clients.delete(oldest)
    }
    return {
      ...{ allowed, limit: this.limit, remaining: Math.floor(tokens) },
      reset: Math.ceil((this.limit - tokens) / rate / 1000),
      retryAfter: allowed ? 0 : Math.max(1, Math.ceil((cost - filled) / rate / 1000)),
    }
  }
}
