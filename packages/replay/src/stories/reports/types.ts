/** A step of a payout table; units as the listing's wording says. */
export type TableStep = { minValue: bigint; maxDistance: bigint; status: number; ratio: bigint }

/** What is reported of an event. */
export type Report = { value: bigint; distance: bigint; status: number }

/** What every listing of reports says. */
export type ReportListing = {
  name: string
  wording: string
  /** What is told of it. @default the wording */
  summary?: string
  /** Probability that quotes state, WAD. */
  rate: bigint
  table: readonly TableStep[]
  /** Seconds. */
  longestEvent: number
  /** Seconds after an event's end in which it must be reported. */
  window: number
}
