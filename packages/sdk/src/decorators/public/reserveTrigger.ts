import { simulateCreateReserveListing } from '../../actions/reserveTrigger/createReserveListing.ts'
import { getReserveConfig } from '../../actions/reserveTrigger/getReserveConfig.ts'
import { getRuledShortfall } from '../../actions/reserveTrigger/getRuledShortfall.ts'

/** The reads and simulations of `actions/reserveTrigger`. */
export const reserveTriggerReads = { getReserveConfig, getRuledShortfall, simulateCreateReserveListing } as const
