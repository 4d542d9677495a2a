import { duration } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** Only its holder renounces a role. */
export class AccessControlBadConfirmationError extends ContractError<'AccessControlBadConfirmation'> {
  override readonly name = 'AccessControlBadConfirmationError'

  constructor(options: ContractErrorOptions<'AccessControlBadConfirmation'>) {
    super(options, 'A role of the timelock can be renounced by its holder alone.', 'Call it as the holder.')
  }
}

/** The caller lacks a role of the timelock. */
export class AccessControlUnauthorizedAccountError extends ContractError<'AccessControlUnauthorizedAccount'> {
  override readonly name = 'AccessControlUnauthorizedAccountError'

  constructor(options: ContractErrorOptions<'AccessControlUnauthorizedAccount'>) {
    const { account, neededRole } = options.args
    super(
      options,
      `${account} does not have the role ${neededRole} of the timelock.`,
      'Propose to the governor: it schedules what is carried.',
    )
  }
}

/** The delay of the timelock would be out of its bounds. */
export class DelayOutOfBoundsError extends ContractError<'DelayOutOfBounds'> {
  override readonly name = 'DelayOutOfBoundsError'

  constructor(options: ContractErrorOptions<'DelayOutOfBounds'>) {
    const { delay, min, max } = options.args
    super(
      options,
      `The timelock would wait ${duration(delay)}.`,
      `Propose between ${duration(min)} and ${duration(max)}.`,
    )
  }
}

/** The decision would wait too short. */
export class TimelockInsufficientDelayError extends ContractError<'TimelockInsufficientDelay'> {
  override readonly name = 'TimelockInsufficientDelayError'

  constructor(options: ContractErrorOptions<'TimelockInsufficientDelay'>) {
    const { delay, minDelay } = options.args
    super(options, `The decision would wait ${duration(delay)}.`, `Let it wait ${duration(minDelay)} at least.`)
  }
}

/** The lists of the decision differ in length. */
export class TimelockInvalidOperationLengthError extends ContractError<'TimelockInvalidOperationLength'> {
  override readonly name = 'TimelockInvalidOperationLengthError'

  constructor(options: ContractErrorOptions<'TimelockInvalidOperationLength'>) {
    const { targets, payloads, values } = options.args
    super(
      options,
      `The decision has ${targets} targets, ${payloads} calls and ${values} values.`,
      'Give one of each for each call.',
    )
  }
}

/** Only a decision may do this. */
export class TimelockUnauthorizedCallerError extends ContractError<'TimelockUnauthorizedCaller'> {
  override readonly name = 'TimelockUnauthorizedCallerError'

  constructor(options: ContractErrorOptions<'TimelockUnauthorizedCaller'>) {
    const { caller } = options.args
    super(options, `${caller} is not the timelock itself.`, 'Propose it: a decision alone changes the timelock.')
  }
}

/** What has to be done before was not. */
export class TimelockUnexecutedPredecessorError extends ContractError<'TimelockUnexecutedPredecessor'> {
  override readonly name = 'TimelockUnexecutedPredecessorError'

  constructor(options: ContractErrorOptions<'TimelockUnexecutedPredecessor'>) {
    const { predecessorId } = options.args
    super(options, `The decision ${predecessorId} has to be executed first.`, 'Execute it.')
  }
}

/** It is not the time for this. */
export class TimelockUnexpectedOperationStateError extends ContractError<'TimelockUnexpectedOperationState'> {
  override readonly name = 'TimelockUnexpectedOperationStateError'

  constructor(options: ContractErrorOptions<'TimelockUnexpectedOperationState'>) {
    const { operationId, expectedStates } = options.args
    super(
      options,
      `The decision ${operationId} is in none of the states ${expectedStates}.`,
      'Ask `getOperation` where it stands, and when it is due.',
    )
  }
}
