import { simulateAdvance } from '../../actions/priceFeedTrigger/advance.ts'
import { simulateApproach } from '../../actions/priceFeedTrigger/approach.ts'
import { simulateArm } from '../../actions/priceFeedTrigger/arm.ts'
import { simulateArmAndProve } from '../../actions/priceFeedTrigger/armAndProve.ts'
import { simulateCreateTriggerListing } from '../../actions/priceFeedTrigger/createTriggerListing.ts'
import { getArmedIncident } from '../../actions/priceFeedTrigger/getArmedIncident.ts'
import { getEpisode } from '../../actions/priceFeedTrigger/getEpisode.ts'
import { getTriggerConfig } from '../../actions/priceFeedTrigger/getTriggerConfig.ts'
import { getTriggerPhase } from '../../actions/priceFeedTrigger/getTriggerPhase.ts'
import { simulateNotePhase } from '../../actions/priceFeedTrigger/notePhase.ts'
import { simulateProve } from '../../actions/priceFeedTrigger/prove.ts'
import { simulateRecoverSpan } from '../../actions/priceFeedTrigger/recoverSpan.ts'

/** The reads and simulations of `actions/priceFeedTrigger`. */
export const priceFeedTriggerReads = {
  getArmedIncident,
  getEpisode,
  getTriggerConfig,
  getTriggerPhase,
  simulateAdvance,
  simulateApproach,
  simulateArm,
  simulateArmAndProve,
  simulateCreateTriggerListing,
  simulateNotePhase,
  simulateProve,
  simulateRecoverSpan,
} as const
