import type { Stage } from '../Stage.ts'
import { day, hour } from '../time.ts'
import type { ReportListing } from './types.ts'

/** Creates a keyed listing that the report trigger rules. */
export async function listReports(
  stage: Stage,
  listing: ReportListing,
  source: Record<string, unknown>,
): Promise<void> {
  const { name, wording, summary = wording, rate, table, longestEvent, window } = listing
  await stage.list(name, {
    ...{ trigger: stage.bulwark.reportTrigger, wording, summary, rate, keyed: true },
    config: { ...source, longestEvent, window, table },
    terms: { waiting: hour, grace: longestEvent + window + 5 * day },
  })
}
