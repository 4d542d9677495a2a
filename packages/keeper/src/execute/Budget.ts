import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What was spent in a transaction, wei, and when, Unix seconds. */
type Spending = { readonly time: bigint; readonly wei: bigint }

const day = 86_400n

/** What the keeper may spend in a day, fees and values together. Kept in a file, a restart does not forget it. */
export class Budget {
  /** The most in 24 hours, wei. */
  readonly limit: bigint
  private readonly path: string | undefined
  private spendings: Spending[] = []
  private reserved = 0n

  constructor(limit: bigint, path?: string) {
    this.limit = limit
    this.path = path
  }

  /** Takes up what an earlier run spent. A file that cannot be read counts as none. */
  async load(): Promise<void> {
    if (!this.path) return
    try {
      const stored = JSON.parse(await readFile(this.path, 'utf8')) as { time: string; wei: string }[]
      this.spendings = stored.map(({ time, wei }) => ({ time: BigInt(time), wei: BigInt(wei) }))
    } catch {
      this.spendings = []
    }
  }

  /** Spent in the 24 hours before a moment, wei. */
  spent(now: bigint): bigint {
    this.spendings = this.spendings.filter(({ time }) => time > now - day && time <= now + day)
    return this.spendings.reduce((sum, { wei }) => sum + wei, 0n)
  }

  /** Is so much left, beside what is on its way? */
  allows(now: bigint, wei: bigint): boolean {
    return this.spent(now) + this.reserved + wei <= this.limit
  }

  /** Sets aside what a transaction may cost until it is known. */
  reserve(wei: bigint): void {
    this.reserved += wei
  }

  /** Books what a transaction cost, and frees what was set aside for it. */
  async book(now: bigint, { reserved, wei }: { reserved: bigint; wei: bigint }): Promise<void> {
    this.reserved -= reserved
    if (wei === 0n) return
    this.spendings.push({ time: now, wei })
    await this.store()
  }

  private async store(): Promise<void> {
    if (!this.path) return
    const text = JSON.stringify(this.spendings.map(({ time, wei }) => ({ time: String(time), wei: String(wei) })))
    await mkdir(dirname(this.path), { recursive: true })
    // In one step: a keeper that is killed here leaves the old file or the new one.
    await writeFile(`${this.path}.new`, text)
    await rename(`${this.path}.new`, this.path)
  }
}
