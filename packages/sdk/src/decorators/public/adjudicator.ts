import { canSell } from '../../actions/adjudicator/canSell.ts'
import { getRulesOnce } from '../../actions/adjudicator/getRulesOnce.ts'
import { getRuling } from '../../actions/adjudicator/getRuling.ts'
import { getRulingDeadline } from '../../actions/adjudicator/getRulingDeadline.ts'
import { getWorstCaseTime } from '../../actions/adjudicator/getWorstCaseTime.ts'

/** The reads and simulations of `actions/adjudicator`. */
export const adjudicatorReads = { canSell, getRulesOnce, getRuling, getRulingDeadline, getWorstCaseTime } as const
