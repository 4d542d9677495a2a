import { canCallRestricted } from '../../actions/accessManager/canCallRestricted.ts'
import { simulateCancelCall } from '../../actions/accessManager/cancelCall.ts'
import { getFunctionRole } from '../../actions/accessManager/getFunctionRole.ts'
import { getRoleHolders } from '../../actions/accessManager/getRoleHolders.ts'
import { getRoleMembership } from '../../actions/accessManager/getRoleMembership.ts'
import { getScheduledCall } from '../../actions/accessManager/getScheduledCall.ts'
import { isContractClosed } from '../../actions/accessManager/isContractClosed.ts'
import { simulateScheduleCall } from '../../actions/accessManager/scheduleCall.ts'

/** The reads and simulations of `actions/accessManager`. */
export const accessManagerReads = {
  canCallRestricted,
  getFunctionRole,
  getRoleHolders,
  getRoleMembership,
  getScheduledCall,
  isContractClosed,
  simulateCancelCall,
  simulateScheduleCall,
} as const
