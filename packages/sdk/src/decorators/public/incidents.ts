import { simulateAssertLoss } from '../../actions/incidents/assertLoss.ts'
import { simulateClaimRecovered } from '../../actions/incidents/claimRecovered.ts'
import { simulateClaimRecoveredLeaves } from '../../actions/incidents/claimRecoveredLeaves.ts'
import { simulateClose } from '../../actions/incidents/close.ts'
import { simulateCollectCredit } from '../../actions/incidents/collectCredit.ts'
import { getCredit } from '../../actions/incidents/getCredit.ts'
import { getIncident } from '../../actions/incidents/getIncident.ts'
import { getIncidentBounds } from '../../actions/incidents/getIncidentBounds.ts'
import { getIncidentCount } from '../../actions/incidents/getIncidentCount.ts'
import { getIncidentsContracts } from '../../actions/incidents/getIncidentsContracts.ts'
import { getJournalEntries } from '../../actions/incidents/getJournalEntries.ts'
import { getJournalHead } from '../../actions/incidents/getJournalHead.ts'
import { getJournalLength } from '../../actions/incidents/getJournalLength.ts'
import { getLeafClaim } from '../../actions/incidents/getLeafClaim.ts'
import { getLeafUse } from '../../actions/incidents/getLeafUse.ts'
import { getSettlement } from '../../actions/incidents/getSettlement.ts'
import { simulateLapse } from '../../actions/incidents/lapse.ts'
import { simulateRecover } from '../../actions/incidents/recover.ts'
import { simulateRule } from '../../actions/incidents/rule.ts'
import { simulateSettle } from '../../actions/incidents/settle.ts'
import { simulateSettleLeaves } from '../../actions/incidents/settleLeaves.ts'
import { simulateSettleRaised } from '../../actions/incidents/settleRaised.ts'

/** The reads and simulations of `actions/incidents`. */
export const incidentsReads = {
  getCredit,
  getIncident,
  getIncidentBounds,
  getIncidentCount,
  getIncidentsContracts,
  getJournalEntries,
  getJournalHead,
  getJournalLength,
  getLeafClaim,
  getLeafUse,
  getSettlement,
  simulateAssertLoss,
  simulateClaimRecovered,
  simulateClaimRecoveredLeaves,
  simulateClose,
  simulateCollectCredit,
  simulateLapse,
  simulateRecover,
  simulateRule,
  simulateSettle,
  simulateSettleLeaves,
  simulateSettleRaised,
} as const
