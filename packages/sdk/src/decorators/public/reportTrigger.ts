import { simulateContradictReport } from '../../actions/reportTrigger/contradictReport.ts'
import { simulateCreateReportListing } from '../../actions/reportTrigger/createReportListing.ts'
import { getEventKey } from '../../actions/reportTrigger/getEventKey.ts'
import { getReportBounds } from '../../actions/reportTrigger/getReportBounds.ts'
import { getReportConfig } from '../../actions/reportTrigger/getReportConfig.ts'
import { getReportDomain } from '../../actions/reportTrigger/getReportDomain.ts'
import { getReportHash } from '../../actions/reportTrigger/getReportHash.ts'
import { getReportIncident } from '../../actions/reportTrigger/getReportIncident.ts'
import { getReportRatio } from '../../actions/reportTrigger/getReportRatio.ts'
import { getReportRecord } from '../../actions/reportTrigger/getReportRecord.ts'
import { getSigners } from '../../actions/reportTrigger/getSigners.ts'
import { isStruckOff } from '../../actions/reportTrigger/isStruckOff.ts'
import { simulateProveReport } from '../../actions/reportTrigger/proveReport.ts'
import { simulateRequestReport } from '../../actions/reportTrigger/requestReport.ts'
import { simulateRotateSigners } from '../../actions/reportTrigger/rotateSigners.ts'
import { simulateSubmitReport } from '../../actions/reportTrigger/submitReport.ts'

/** The reads and simulations of `actions/reportTrigger`. */
export const reportTriggerReads = {
  getEventKey,
  getReportBounds,
  getReportConfig,
  getReportDomain,
  getReportHash,
  getReportIncident,
  getReportRatio,
  getReportRecord,
  getSigners,
  isStruckOff,
  simulateContradictReport,
  simulateCreateReportListing,
  simulateProveReport,
  simulateRequestReport,
  simulateRotateSigners,
  simulateSubmitReport,
} as const
