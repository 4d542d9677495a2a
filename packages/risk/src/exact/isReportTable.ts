import type { ReportStep } from './reportRatio.ts'

/** A table, and the terms of its listing. */
export type IsReportTableParameters = {
  readonly table: readonly ReportStep[]
  /** Deductible of the listing, WAD: every step pays more. */
  readonly deductible: bigint
  /** Largest ratio of the listing, WAD: no step pays more. */
  readonly maxRatio: bigint
}

/** Most steps of a table. */
const maxSteps = 8

/**
 * Would a report trigger list this table: 1 to 8 steps by rising ratio, each the highest one for some report, none that a
 * report of zeros reaches?
 *
 * Twin of `ReportTable.isValid`; docs/mechanism.md, Reports.
 *
 * @example
 * isReportTable({
 *   table: [{ minValue: 15n, maxDistance: 0n, status: 0n, ratio: 10n ** 18n }],
 *   deductible: 0n,
 *   maxRatio: 10n ** 18n,
 * }) // true
 */
export function isReportTable({ table, deductible, maxRatio }: IsReportTableParameters): boolean {
  const [first, last] = [table[0], table.at(-1)]
  if (!first || !last || table.length > maxSteps) return false
  if (first.ratio <= deductible || last.ratio > maxRatio) return false
  return table.every((step, place) => {
    if (step.minValue === 0n && step.status === 0n) return false
    return table.slice(0, place).every((lower) => {
      if (lower.ratio > step.ratio || covers(step, lower)) return false
      return lower.ratio !== step.ratio || !covers(lower, step)
    })
  })
}

/** Does every report that reaches `b` reach `a` too? */
function covers(a: ReportStep, b: ReportStep): boolean {
  return (
    a.minValue <= b.minValue &&
    (a.status === 0n || a.status === b.status) &&
    (a.maxDistance === 0n || (b.maxDistance !== 0n && b.maxDistance <= a.maxDistance))
  )
}
