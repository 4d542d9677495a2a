import type { Account, Chain } from 'viem'
import { contradictReport } from '../../actions/reportTrigger/contradictReport.ts'
import { createReportListing } from '../../actions/reportTrigger/createReportListing.ts'
import { proveReport } from '../../actions/reportTrigger/proveReport.ts'
import { requestReport } from '../../actions/reportTrigger/requestReport.ts'
import { rotateSigners } from '../../actions/reportTrigger/rotateSigners.ts'
import { submitReport } from '../../actions/reportTrigger/submitReport.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/reportTrigger`. */
export const reportTriggerWrites = {
  contradictReport,
  createReportListing,
  proveReport,
  requestReport,
  rotateSigners,
  submitReport,
} as const

/** The writes of `actions/reportTrigger`, as methods of a client. */
export type ReportTriggerWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  contradictReport: Bound<typeof contradictReport<chain, account>>
  createReportListing: Bound<typeof createReportListing<chain, account>>
  proveReport: Bound<typeof proveReport<chain, account>>
  requestReport: Bound<typeof requestReport<chain, account>>
  rotateSigners: Bound<typeof rotateSigners<chain, account>>
  submitReport: Bound<typeof submitReport<chain, account>>
}
