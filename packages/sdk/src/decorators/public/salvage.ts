import { simulateAssignClaim } from '../../actions/salvage/assignClaim.ts'
import { simulateCollectAssigned } from '../../actions/salvage/collectAssigned.ts'
import { getHandedOver } from '../../actions/salvage/getHandedOver.ts'
import { getLot } from '../../actions/salvage/getLot.ts'
import { getLotCount } from '../../actions/salvage/getLotCount.ts'
import { getLotPrice } from '../../actions/salvage/getLotPrice.ts'
import { getOwedTokens } from '../../actions/salvage/getOwedTokens.ts'
import { getSalvageBounds } from '../../actions/salvage/getSalvageBounds.ts'
import { simulateHandOver } from '../../actions/salvage/handOver.ts'
import { simulateReportStuck } from '../../actions/salvage/reportStuck.ts'
import { simulateTakeLot } from '../../actions/salvage/takeLot.ts'

/** The reads and simulations of `actions/salvage`. */
export const salvageReads = {
  getHandedOver,
  getLot,
  getLotCount,
  getLotPrice,
  getOwedTokens,
  getSalvageBounds,
  simulateAssignClaim,
  simulateCollectAssigned,
  simulateHandOver,
  simulateReportStuck,
  simulateTakeLot,
} as const
