import { getMark } from '../../actions/markedTrigger/getMark.ts'
import { simulateObserveMark } from '../../actions/markedTrigger/observeMark.ts'

/** The reads and simulations of `actions/markedTrigger`. */
export const markedTriggerReads = { getMark, simulateObserveMark } as const
