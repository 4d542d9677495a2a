import { simulateAssertTruth } from '../../actions/optimistic/assertTruth.ts'
import { simulateCreateOptimisticListing } from '../../actions/optimistic/createOptimisticListing.ts'
import { getOptimisticBounds } from '../../actions/optimistic/getOptimisticBounds.ts'
import { getOptimisticConfig } from '../../actions/optimistic/getOptimisticConfig.ts'
import { getOptimisticOracle } from '../../actions/optimistic/getOptimisticOracle.ts'
import { getRequiredTruthBond } from '../../actions/optimistic/getRequiredTruthBond.ts'
import { getTruthClaim } from '../../actions/optimistic/getTruthClaim.ts'
import { getTruthIncident } from '../../actions/optimistic/getTruthIncident.ts'
import { getTruthText } from '../../actions/optimistic/getTruthText.ts'
import { simulateNoteRefusal } from '../../actions/optimistic/noteRefusal.ts'
import { simulateSettleAssertion } from '../../actions/optimistic/settleAssertion.ts'

/** The reads and simulations of `actions/optimistic`. */
export const optimisticReads = {
  getOptimisticBounds,
  getOptimisticConfig,
  getOptimisticOracle,
  getRequiredTruthBond,
  getTruthClaim,
  getTruthIncident,
  getTruthText,
  simulateAssertTruth,
  simulateCreateOptimisticListing,
  simulateNoteRefusal,
  simulateSettleAssertion,
} as const
