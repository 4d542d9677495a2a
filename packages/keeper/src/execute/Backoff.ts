/** Chain time for which something that was refused is left alone: doubling, within bounds, seconds. */
export class Backoff {
  private readonly first: bigint
  private readonly longest: bigint
  private readonly waits = new Map<string, { until: bigint; wait: bigint }>()

  constructor({ first = 12n, longest = 3_600n }: { first?: bigint; longest?: bigint } = {}) {
    this.first = first
    this.longest = longest
  }

  /** Is it left alone now? */
  isWaiting(id: string, now: bigint): boolean {
    const until = this.waits.get(id)?.until
    return until !== undefined && now < until
  }

  /** It was refused, or done and is still there. */
  note(id: string, now: bigint): void {
    const before = this.waits.get(id)?.wait
    const wait = before === undefined ? this.first : before * 2n < this.longest ? before * 2n : this.longest
    this.waits.set(id, { until: now + wait, wait })
    if (this.waits.size > 50_000) this.forget(now)
  }

  /** It went well. */
  clear(id: string): void {
    this.waits.delete(id)
  }

  /** A moment that lies before: the chain was reorganised, or another one began. */
  reset(): void {
    this.waits.clear()
  }

  private forget(now: bigint): void {
    for (const [id, { until }] of this.waits) if (until + this.longest < now) this.waits.delete(id)
  }
}
