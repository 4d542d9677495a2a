import { simulateCreateDeficitListing } from '../../actions/deficitTrigger/createDeficitListing.ts'
import { getDeficitConfig } from '../../actions/deficitTrigger/getDeficitConfig.ts'
import { getRuledDeficit } from '../../actions/deficitTrigger/getRuledDeficit.ts'

/** The reads and simulations of `actions/deficitTrigger`. */
export const deficitTriggerReads = { getDeficitConfig, getRuledDeficit, simulateCreateDeficitListing } as const
