import { moment } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The amount is zero, or no multiple of the grain. */
export class NotOnGrainError extends ContractError<'NotOnGrain'> {
  override readonly name = 'NotOnGrainError'

  constructor(options: ContractErrorOptions<'NotOnGrain'>) {
    const { amount, grain } = options.args
    super(
      options,
      `An amount of ${amount} units is zero, or no multiple of the grain of ${grain}.`,
      'Stake a multiple of it.',
    )
  }
}

/** The stake token moved another amount than asked. */
export class StakeNotReceivedError extends ContractError<'StakeNotReceived'> {
  override readonly name = 'StakeNotReceivedError'

  constructor(options: ContractErrorOptions<'StakeNotReceived'>) {
    const { received, expected } = options.args
    super(
      options,
      `The stake is ${expected} units, and ${received} arrived.`,
      'The token takes a fee on transfers: it cannot be staked.',
    )
  }
}

/** More than is staked. */
export class StakeTooSmallError extends ContractError<'StakeTooSmall'> {
  override readonly name = 'StakeTooSmallError'

  constructor(options: ContractErrorOptions<'StakeTooSmall'>) {
    const { staked, needed } = options.args
    super(
      options,
      `There are ${staked} grains of stake, and ${needed} are needed.`,
      'Stake more, before the loss is asserted, or wait until other cases are settled.',
    )
  }
}

/** Nothing is leaving. */
export class NothingLeavingError extends ContractError<'NothingLeaving'> {
  override readonly name = 'NothingLeavingError'

  constructor(options: ContractErrorOptions<'NothingLeaving'>) {
    const { assessor } = options.args
    super(options, `${assessor} asked no stake back.`, 'Call `requestUnstake` first.')
  }
}

/** The stake is still bound. */
export class StakeBoundError extends ContractError<'StakeBound'> {
  override readonly name = 'StakeBoundError'

  constructor(options: ContractErrorOptions<'StakeBound'>) {
    const { readyAt, locked } = options.args
    super(
      options,
      `The stake can leave at ${moment(readyAt)}, and ${locked} grains of it are liable for open cases.`,
      'Try again then, and have the cases settled with `settleCase`.',
    )
  }
}

/** There is no case of this number. */
export class UnknownCaseError extends ContractError<'UnknownCase'> {
  override readonly name = 'UnknownCaseError'

  constructor(options: ContractErrorOptions<'UnknownCase'>) {
    const { incident } = options.args
    super(options, `No case was opened for incident ${incident}.`, 'Call `openCase` if this court decides it.')
  }
}

/** The case was opened already. */
export class CaseExistsError extends ContractError<'CaseExists'> {
  override readonly name = 'CaseExistsError'

  constructor(options: ContractErrorOptions<'CaseExists'>) {
    const { incident } = options.args
    super(options, `The case of incident ${incident} was opened before.`, 'Read it with `getCase`.')
  }
}

/** The incident is decided, or by another adjudicator. */
export class NotOursError extends ContractError<'NotOurs'> {
  override readonly name = 'NotOursError'

  constructor(options: ContractErrorOptions<'NotOurs'>) {
    const { incident } = options.args
    super(
      options,
      `Incident ${incident} is decided, or another adjudicator decides it now.`,
      'Read it with `getIncident`.',
    )
  }
}

/** Too little time is left. */
export class TooLateToOpenError extends ContractError<'TooLateToOpen'> {
  override readonly name = 'TooLateToOpenError'

  constructor(options: ContractErrorOptions<'TooLateToOpen'>) {
    const { latest, timestamp } = options.args
    super(
      options,
      `The case could be opened until ${moment(latest)}, and it is ${moment(timestamp)}.`,
      'Wait for the deadline, call `lapse`, and assert the loss again.',
    )
  }
}

/** The pool has sold no cover on this risk. */
export class NoInterestOfError extends ContractError<'NoInterestOf'> {
  override readonly name = 'NoInterestOfError'

  constructor(options: ContractErrorOptions<'NoInterestOf'>) {
    const { pool } = options.args
    super(options, `The pool ${pool} has sold no cover on this risk.`, 'Name one that has.')
  }
}

/** The pool was counted already. */
export class PoolIsCountedError extends ContractError<'PoolIsCounted'> {
  override readonly name = 'PoolIsCountedError'

  constructor(options: ContractErrorOptions<'PoolIsCounted'>) {
    const { incident, pool } = options.args
    super(options, `The pool ${pool} is counted in the case of incident ${incident}.`, 'There is nothing to do.')
  }
}

/** What a stake token is worth in this asset is not known. */
export class ValueUnknownError extends ContractError<'ValueUnknown'> {
  override readonly name = 'ValueUnknownError'

  constructor(options: ContractErrorOptions<'ValueUnknown'>) {
    const { asset } = options.args
    super(
      options,
      `What a stake token is worth in ${asset} is not set.`,
      'Interests and amounts in this asset are not measured; governance can set it.',
    )
  }
}

/** It is not the time for this. */
export class WrongTimeError extends ContractError<'WrongTime'> {
  override readonly name = 'WrongTimeError'

  constructor(options: ContractErrorOptions<'WrongTime'>) {
    const { from, until, timestamp } = options.args
    super(
      options,
      `This is possible from ${moment(from)} until ${moment(until)}, and it is ${moment(timestamp)}.`,
      'Read the times of the case with `getCase`.',
    )
  }
}

/** The assessor has committed, or is barred. */
export class AlreadyCommittedError extends ContractError<'AlreadyCommitted'> {
  override readonly name = 'AlreadyCommittedError'

  constructor(options: ContractErrorOptions<'AlreadyCommitted'>) {
    const { incident, assessor } = options.args
    super(
      options,
      `${assessor} has committed in the case of incident ${incident}, or is barred from it.`,
      'A commitment cannot be changed.',
    )
  }
}

/** No commitment. */
export class InvalidCommitmentError extends ContractError<'InvalidCommitment'> {
  override readonly name = 'InvalidCommitmentError'

  constructor(options: ContractErrorOptions<'InvalidCommitment'>) {
    const { commitment } = options.args
    super(options, `${commitment} is no commitment.`, 'Compute it with `hashAward`.')
  }
}

/** The caller has an interest in the case. */
export class ConflictOfInterestError extends ContractError<'ConflictOfInterest'> {
  override readonly name = 'ConflictOfInterestError'

  constructor(options: ContractErrorOptions<'ConflictOfInterest'>) {
    const { interest, most } = options.args
    super(
      options,
      `The interest is worth ${interest} grains of stake, and ${most} would be harmless.`,
      'Do not judge this case; what others sent you unasked can be given away first.',
    )
  }
}

/** This is not what the caller committed himself to. */
export class NotCommittedError extends ContractError<'NotCommitted'> {
  override readonly name = 'NotCommittedError'

  constructor(options: ContractErrorOptions<'NotCommitted'>) {
    const { incident, assessor, commitment } = options.args
    super(
      options,
      `${assessor} did not commit himself to ${commitment} in the case of incident ${incident}.`,
      'Reveal the award, reason and salt that he committed with.',
    )
  }
}

/** The award is out of bounds. */
export class AwardOutOfBoundsError extends ContractError<'AwardOutOfBounds'> {
  override readonly name = 'AwardOutOfBoundsError'

  constructor(options: ContractErrorOptions<'AwardOutOfBounds'>) {
    const { award } = options.args
    super(
      options,
      `An award of ${award} billionths is too high, or neither nothing nor everything of a root.`,
      'Award at most 1,000,000,000 billionths of the ratio asserted.',
    )
  }
}

/** The interest is harmless. */
export class NoConflictError extends ContractError<'NoConflict'> {
  override readonly name = 'NoConflictError'

  constructor(options: ContractErrorOptions<'NoConflict'>) {
    const { interest, most } = options.args
    super(
      options,
      `The interest is worth ${interest} grains of stake, and ${most} are harmless.`,
      'There is nothing to report.',
    )
  }
}

/** The interest was reported already, or was not. */
export class WrongReportError extends ContractError<'WrongReport'> {
  override readonly name = 'WrongReportError'

  constructor(options: ContractErrorOptions<'WrongReport'>) {
    const { incident, assessor } = options.args
    super(
      options,
      `This interest of ${assessor} in the case of incident ${incident} was reported before, or was not.`,
      'Read the event `ConflictReported`.',
    )
  }
}

/** The interest is still too large. */
export class StillConflictedError extends ContractError<'StillConflicted'> {
  override readonly name = 'StillConflictedError'

  constructor(options: ContractErrorOptions<'StillConflicted'>) {
    const { interest, most } = options.args
    super(
      options,
      `The interest is worth ${interest} grains of stake, and ${most} would be harmless.`,
      'Dispose of it first.',
    )
  }
}

/** The seat is another's. */
export class WrongSeatError extends ContractError<'WrongSeat'> {
  override readonly name = 'WrongSeatError'

  constructor(options: ContractErrorOptions<'WrongSeat'>) {
    const { seat, voter } = options.args
    super(options, `Seat ${seat} is that of ${voter}.`, "Find the assessor's in `getCaseVotes`.")
  }
}

/** The case was appealed already. */
export class AlreadyAppealedError extends ContractError<'AlreadyAppealed'> {
  override readonly name = 'AlreadyAppealedError'

  constructor(options: ContractErrorOptions<'AlreadyAppealed'>) {
    const { incident } = options.args
    super(
      options,
      `The case of incident ${incident} was appealed before.`,
      'Call `appealRuling` once the arbitrator has ruled.',
    )
  }
}

/** No arbitrator decides the case now. */
export class NotInArbitrationError extends ContractError<'NotInArbitration'> {
  override readonly name = 'NotInArbitrationError'

  constructor(options: ContractErrorOptions<'NotInArbitration'>) {
    const { incident } = options.args
    super(
      options,
      `No arbitrator decides the case of incident ${incident} now.`,
      'Call `appealAward`, or read the case with `getCase`.',
    )
  }
}

/** The arbitrator's fee is higher. */
export class FeeTooLowError extends ContractError<'FeeTooLow'> {
  override readonly name = 'FeeTooLowError'

  constructor(options: ContractErrorOptions<'FeeTooLow'>) {
    const { sent, fee } = options.args
    super(
      options,
      `The arbitrator asks for ${fee} wei, and ${sent} came.`,
      'Send at least that; what is too much returns.',
    )
  }
}

/** The arbitrator returned a dispute's number that is in use. */
export class DisputeInUseError extends ContractError<'DisputeInUse'> {
  override readonly name = 'DisputeInUseError'

  constructor(options: ContractErrorOptions<'DisputeInUse'>) {
    const { arbitrator, dispute } = options.args
    super(
      options,
      `The arbitrator ${arbitrator} gave the number ${dispute} a second time.`,
      'Such an arbitrator hears no appeal; the award stands.',
    )
  }
}

/** The caller has no dispute of this number. */
export class NotTheArbitratorError extends ContractError<'NotTheArbitrator'> {
  override readonly name = 'NotTheArbitratorError'

  constructor(options: ContractErrorOptions<'NotTheArbitrator'>) {
    const { caller, dispute } = options.args
    super(options, `${caller} has no dispute ${dispute} in this court.`, 'Only the arbitrator that was asked may rule.')
  }
}

/** The case is not decided. */
export class CasePendingError extends ContractError<'CasePending'> {
  override readonly name = 'CasePendingError'

  constructor(options: ContractErrorOptions<'CasePending'>) {
    const { incident } = options.args
    super(options, `The case of incident ${incident} is not decided yet.`, 'Try again when `getCaseOutcome` says so.')
  }
}

/** The case is settled already, or not yet. */
export class WrongSettlementError extends ContractError<'WrongSettlement'> {
  override readonly name = 'WrongSettlementError'

  constructor(options: ContractErrorOptions<'WrongSettlement'>) {
    const { incident, settled } = options.args
    super(
      options,
      settled ? `The case of incident ${incident} is settled.` : `The case of incident ${incident} is not settled yet.`,
      settled ? 'Call `collectEarnings`.' : 'Call `settleCase` first.',
    )
  }
}
