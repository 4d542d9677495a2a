import { formatEther } from 'viem'
import { count, duration, moment, percent } from '../internal/format.ts'
import { incidentStatuses } from '../types/incident.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** There is no incident of this number. */
export class UnknownIncidentError extends ContractError<'UnknownIncident'> {
  override readonly name = 'UnknownIncidentError'

  constructor(options: ContractErrorOptions<'UnknownIncident'>) {
    const { incident } = options.args
    super(
      options,
      `There is no incident ${incident}.`,
      'Incidents are numbered from 1 to what `getIncidentCount` gives.',
    )
  }
}

/** The incident is not in the state that this call needs. */
export class WrongStatusError extends ContractError<'WrongStatus'> {
  override readonly name = 'WrongStatusError'

  constructor(options: ContractErrorOptions<'WrongStatus'>) {
    const { incident, status } = options.args
    super(
      options,
      `Incident ${incident} is ${incidentStatuses[status]}, which is not what this call needs.`,
      'Read `getIncident`: open ones are ruled on or lapse, granted ones are settled and closed.',
    )
  }
}

/** Only the adjudicator of the listing may open this incident. */
export class OnlyAdjudicatorError extends ContractError<'OnlyAdjudicator'> {
  override readonly name = 'OnlyAdjudicatorError'

  constructor(options: ContractErrorOptions<'OnlyAdjudicator'>) {
    const { adjudicator, caller } = options.args
    super(
      options,
      `${caller} is not the adjudicator of this listing, ${adjudicator}.`,
      'Prove the loss to the adjudicator: it opens the incident by itself.',
    )
  }
}

/** The listing takes no assertions. */
export class AssertionsNotTakenError extends ContractError<'AssertionsNotTaken'> {
  override readonly name = 'AssertionsNotTakenError'

  constructor(options: ContractErrorOptions<'AssertionsNotTaken'>) {
    const { listing } = options.args
    super(
      options,
      `Listing ${listing} takes no assertions: its adjudicator opens incidents by itself.`,
      'Prove the loss to the adjudicator.',
    )
  }
}

/** The listing takes bonded assertions: no trigger opens it. */
export class TriggersNotTakenError extends ContractError<'TriggersNotTaken'> {
  override readonly name = 'TriggersNotTakenError'

  constructor(options: ContractErrorOptions<'TriggersNotTaken'>) {
    const { listing } = options.args
    super(
      options,
      `Listing ${listing} takes bonded assertions: no trigger opens its incidents.`,
      'Call `assertLoss` with the bond instead.',
    )
  }
}

/** Incidents that may raise the grant are undecided. */
export class RaisePendingError extends ContractError<'RaisePending'> {
  override readonly name = 'RaisePendingError'

  constructor(options: ContractErrorOptions<'RaisePending'>) {
    const { open, risk } = options.args
    super(
      options,
      `The risk ${risk} has ${count(open, 'undecided incident')}, which may raise what was granted.`,
      'Try again when they have been ruled on.',
    )
  }
}

/** The pool never sold cover on this risk. */
export class NeverSoldError extends ContractError<'NeverSold'> {
  override readonly name = 'NeverSoldError'

  constructor(options: ContractErrorOptions<'NeverSold'>) {
    const { pool, risk } = options.args
    super(options, `The pool ${pool} never sold cover on the risk ${risk}.`, 'Name a pool that did, and check the key.')
  }
}

/** The time of loss lies in the future or before the grace period. */
export class LossTimeOutOfBoundsError extends ContractError<'LossTimeOutOfBounds'> {
  override readonly name = 'LossTimeOutOfBoundsError'

  constructor(options: ContractErrorOptions<'LossTimeOutOfBounds'>) {
    const { earliest, latest, lossTime } = options.args
    super(
      options,
      `The loss at ${moment(lossTime)} cannot be asserted now.`,
      `Give a time between ${moment(earliest)} and ${moment(latest)}.`,
    )
  }
}

/** The ratio is not above the deductible, or above the largest of the listing. */
export class RatioOutOfBoundsError extends ContractError<'RatioOutOfBounds'> {
  override readonly name = 'RatioOutOfBoundsError'

  constructor(options: ContractErrorOptions<'RatioOutOfBounds'>) {
    const { deductible, maxRatio, ratio } = options.args
    super(
      options,
      `A loss ratio of ${percent(ratio)} cannot be asserted.`,
      `Give a ratio above the deductible of ${percent(deductible)} and up to ${percent(maxRatio)}.`,
    )
  }
}

/** The fee for opening by a trigger is another. */
export class WrongFeeError extends ContractError<'WrongFee'> {
  override readonly name = 'WrongFeeError'

  constructor(options: ContractErrorOptions<'WrongFee'>) {
    const { expected, sent } = options.args
    super(
      options,
      `The fee is ${formatEther(expected)} of the chain's coin, and ${formatEther(sent)} came.`,
      `Send exactly ${expected} wei.`,
    )
  }
}

/** The bond token moved another amount than asked. */
export class BondNotReceivedError extends ContractError<'BondNotReceived'> {
  override readonly name = 'BondNotReceivedError'

  constructor(options: ContractErrorOptions<'BondNotReceived'>) {
    const { expected, received } = options.args
    super(
      options,
      `The bond is ${expected} units, and ${received} arrived: the token takes a fee on transfers.`,
      'This listing cannot take assertions with such a token.',
    )
  }
}

/** The adjudicator has not ruled yet. */
export class NotRuledError extends ContractError<'NotRuled'> {
  override readonly name = 'NotRuledError'

  constructor(options: ContractErrorOptions<'NotRuled'>) {
    const { incident } = options.args
    super(
      options,
      `The adjudicator has not ruled on incident ${incident} yet.`,
      'Try again when it has, or call `lapse` after the deadline.',
    )
  }
}

/** The deadline of the adjudicator has not passed yet. */
export class DeadlineNotPassedError extends ContractError<'DeadlineNotPassed'> {
  override readonly name = 'DeadlineNotPassedError'

  constructor(options: ContractErrorOptions<'DeadlineNotPassed'>) {
    const { deadline, timestamp } = options.args
    super(
      options,
      `The adjudicator has until ${moment(deadline)}, and it is ${moment(timestamp)}.`,
      `Try again in ${duration(deadline - timestamp + 1n)}.`,
    )
  }
}

/** The settlement window is still open. */
export class SettlementOpenError extends ContractError<'SettlementOpen'> {
  override readonly name = 'SettlementOpenError'

  constructor(options: ContractErrorOptions<'SettlementOpen'>) {
    const { closes, timestamp } = options.args
    super(
      options,
      `The incident can be closed from ${moment(closes)} on, and it is ${moment(timestamp)}.`,
      `Try again in ${duration(closes - timestamp)}.`,
    )
  }
}

/** The cover is on another risk than the incident. */
export class CoverOfAnotherRiskError extends ContractError<'CoverOfAnotherRisk'> {
  override readonly name = 'CoverOfAnotherRiskError'

  constructor(options: ContractErrorOptions<'CoverOfAnotherRisk'>) {
    const { actual, expected, id } = options.args
    super(
      options,
      `Cover ${id} is on the risk ${actual}, and the incident on ${expected}.`,
      'Leave it out of the batch.',
    )
  }
}

/** The covers of one call must belong to one pool. */
export class CoverOfAnotherPoolError extends ContractError<'CoverOfAnotherPool'> {
  override readonly name = 'CoverOfAnotherPoolError'

  constructor(options: ContractErrorOptions<'CoverOfAnotherPool'>) {
    const { id, pool } = options.args
    super(
      options,
      `Cover ${id} is not of the pool ${pool}, as the others of the batch are.`,
      'Settle the covers of each pool in a call of their own.',
    )
  }
}

/** The second incident is no later grant of the same event. */
export class NotARaiseError extends ContractError<'NotARaise'> {
  override readonly name = 'NotARaiseError'

  constructor(options: ContractErrorOptions<'NotARaise'>) {
    const { incident, raise } = options.args
    super(
      options,
      `Incident ${raise} is no later grant of the same event as incident ${incident}.`,
      'Give two granted incidents with the same `eventId`, the later one as `raise`.',
    )
  }
}

/** No cover of the batch has anything to receive now. */
export class NothingToSettleError extends ContractError<'NothingToSettle'> {
  override readonly name = 'NothingToSettleError'

  constructor(options: ContractErrorOptions<'NothingToSettle'>) {
    const { incident } = options.args
    super(
      options,
      `No cover of the batch has anything to receive for incident ${incident} now.`,
      'Check that the covers were in force at the time of loss; those paid in full are skipped.',
    )
  }
}

/** The pool is none of the protocol. */
export class UnknownPoolError extends ContractError<'UnknownPool'> {
  override readonly name = 'UnknownPoolError'

  constructor(options: ContractErrorOptions<'UnknownPool'>) {
    const { pool } = options.args
    super(options, `${pool} is not a pool of the protocol.`, 'Name the pool that paid for the incident.')
  }
}

/** Nothing arrived. */
export class NothingRecoveredError extends ContractError<'NothingRecovered'> {
  override readonly name = 'NothingRecoveredError'

  constructor(options: ContractErrorOptions<'NothingRecovered'>) {
    const { incident } = options.args
    super(
      options,
      `Nothing arrived for incident ${incident}.`,
      'Give an amount above zero, of an asset that moves what it says.',
    )
  }
}
