/** What a row of a list of losses fails by. */
export class LossListError extends Error {
  override readonly name = 'LossListError'

  /** One a row, each with its number. */
  readonly complaints: readonly string[]

  constructor(complaints: readonly string[]) {
    const shown = complaints.slice(0, 20)
    const more = complaints.length - shown.length
    super([...shown, ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n'))
    this.complaints = complaints
  }
}

/** The command line asks for something that does not exist. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
