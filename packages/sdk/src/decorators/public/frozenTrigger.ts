import { simulateCreateFrozenListing } from '../../actions/frozenTrigger/createFrozenListing.ts'
import { getFrozenConfig } from '../../actions/frozenTrigger/getFrozenConfig.ts'
import { getOutages } from '../../actions/frozenTrigger/getOutages.ts'
import { getThawTime } from '../../actions/frozenTrigger/getThawTime.ts'
import { simulateProveOutage } from '../../actions/frozenTrigger/proveOutage.ts'
import { simulateThaw } from '../../actions/frozenTrigger/thaw.ts'

/** The reads and simulations of `actions/frozenTrigger`. */
export const frozenTriggerReads = {
  getFrozenConfig,
  getOutages,
  getThawTime,
  simulateCreateFrozenListing,
  simulateProveOutage,
  simulateThaw,
} as const
