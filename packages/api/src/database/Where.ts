/** A value that a query carries beside its text. */
export type SqlValue = string | number | boolean | null | readonly string[]

/**
 * The conditions of a query, joined by AND. Values never enter its text: each `?` becomes a numbered parameter.
 *
 * @example
 * const where = new Where().and('owner = ?', owner)
 * await rows(`SELECT * FROM cover ${where.text}`, where.values)
 */
export class Where {
  readonly #conditions: string[] = []
  readonly values: SqlValue[] = []

  /** One more condition. */
  and(condition: string, ...values: SqlValue[]): this {
    let used = 0
    this.#conditions.push(
      condition.replace(/\?/g, () => {
        this.values.push(values[used++] ?? null)
        return `$${this.values.length}`
      }),
    )
    return this
  }

  /** The clause, or nothing if there are no conditions. */
  get text(): string {
    return this.#conditions.length > 0 ? `WHERE ${this.#conditions.join(' AND ')}` : ''
  }
}
