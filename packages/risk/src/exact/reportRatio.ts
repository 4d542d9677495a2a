import { uint } from './internal/uint.ts'

/** A step of a report trigger's table, as `IReportTrigger.Step` has it. */
export type ReportStep = {
  /** Reached from this value on. */
  readonly minValue: bigint
  /** Within this distance; zero: at any. */
  readonly maxDistance: bigint
  /** By this code alone; zero: by any. */
  readonly status: bigint
  /** What is then paid, WAD. */
  readonly ratio: bigint
}

/** A table and what was reported of an event. */
export type ReportRatioParameters = {
  /** Steps by rising ratio. */
  readonly table: readonly ReportStep[]
  /** First number, rounded down. */
  readonly value: bigint
  /** Second number, rounded up; zero if left out. */
  readonly distance?: bigint | undefined
  /** Code of what happened; zero if left out: nothing special. */
  readonly status?: bigint | undefined
}

/**
 * The loss ratio that a report is granted, before the deductible: that of the last step that it reaches.
 *
 * Twin of `ReportTable.ratioOf`; docs/mechanism.md, Reports.
 *
 * @returns WAD; zero if the report reaches no step.
 * @throws {NumberOutOfRangeError} if a number of the report does not fit its type.
 * @example
 * reportRatio({
 *   table: [
 *     { minValue: 15n, maxDistance: 0n, status: 0n, ratio: 250_000_000_000_000_000n },
 *     { minValue: 30n, maxDistance: 0n, status: 0n, ratio: 500_000_000_000_000_000n },
 *   ],
 *   value: 29n,
 * }) // 250000000000000000n
 */
export function reportRatio({ table, value, distance = 0n, status = 0n }: ReportRatioParameters): bigint {
  uint(value, 96, 'value')
  uint(distance, 64, 'distance')
  uint(status, 8, 'status')
  const reached = (step: ReportStep) =>
    value >= step.minValue &&
    (step.maxDistance === 0n || distance <= step.maxDistance) &&
    (step.status === 0n || status === step.status)
  return table.findLast(reached)?.ratio ?? 0n
}
