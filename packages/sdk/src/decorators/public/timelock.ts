import { simulateCancelOperation } from '../../actions/timelock/cancelOperation.ts'
import { simulateExecuteOperation } from '../../actions/timelock/executeOperation.ts'
import { getOperation } from '../../actions/timelock/getOperation.ts'
import { getOperationId } from '../../actions/timelock/getOperationId.ts'
import { getTimelockDelay } from '../../actions/timelock/getTimelockDelay.ts'
import { hasTimelockRole } from '../../actions/timelock/hasTimelockRole.ts'
import { simulateScheduleOperation } from '../../actions/timelock/scheduleOperation.ts'

/** The reads and simulations of `actions/timelock`. */
export const timelockReads = {
  getOperation,
  getOperationId,
  getTimelockDelay,
  hasTimelockRole,
  simulateCancelOperation,
  simulateExecuteOperation,
  simulateScheduleOperation,
} as const
