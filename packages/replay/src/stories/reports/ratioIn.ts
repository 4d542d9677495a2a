import type { Report, TableStep } from './types.ts'

/** What a table pays for a report: the highest step that it reaches. */
export function ratioIn(table: readonly TableStep[], { value, distance, status }: Report): bigint {
  const reached = table.filter(
    (step) =>
      value >= step.minValue &&
      (step.maxDistance === 0n || distance <= step.maxDistance) &&
      (step.status === 0 || step.status === status),
  )
  return reached.reduce((most, { ratio }) => (ratio > most ? ratio : most), 0n)
}
