import {
  AccessControlBadConfirmationError,
  AccessControlUnauthorizedAccountError,
  DelayOutOfBoundsError,
  TimelockInsufficientDelayError,
  TimelockInvalidOperationLengthError,
  TimelockUnauthorizedCallerError,
  TimelockUnexecutedPredecessorError,
  TimelockUnexpectedOperationStateError,
} from '../timelock.ts'

/** The errors of `errors/timelock`, by their names in the contracts. */
export const timelockByName = {
  AccessControlBadConfirmation: AccessControlBadConfirmationError,
  AccessControlUnauthorizedAccount: AccessControlUnauthorizedAccountError,
  DelayOutOfBounds: DelayOutOfBoundsError,
  TimelockInsufficientDelay: TimelockInsufficientDelayError,
  TimelockInvalidOperationLength: TimelockInvalidOperationLengthError,
  TimelockUnauthorizedCaller: TimelockUnauthorizedCallerError,
  TimelockUnexecutedPredecessor: TimelockUnexecutedPredecessorError,
  TimelockUnexpectedOperationState: TimelockUnexpectedOperationStateError,
} as const
