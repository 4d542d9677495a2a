import { formatUnits } from 'viem'
import { count, duration, moment, text } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The feed does not answer. */
export class FeedSilentError extends ContractError<'FeedSilent'> {
  override readonly name = 'FeedSilentError'

  constructor(options: ContractErrorOptions<'FeedSilent'>) {
    const { feed } = options.args
    super(options, `The feed ${feed} does not answer.`, 'Try again when it does.')
  }
}

/** Too little gas to show that something is absent. */
export class GasTooLowError extends ContractError<'GasTooLow'> {
  override readonly name = 'GasTooLowError'

  constructor(options: ContractErrorOptions<'GasTooLow'>) {
    const { left, needed } = options.args
    super(
      options,
      `${count(left, 'unit')} of gas were left, and ${needed} are needed to show that a round is absent.`,
      'Send it with more gas.',
    )
  }
}

/** A field of the proof terms is out of its bounds. */
export class InvalidProofTermsError extends ContractError<'InvalidProofTerms'> {
  override readonly name = 'InvalidProofTermsError'

  constructor(options: ContractErrorOptions<'InvalidProofTerms'>) {
    const { field } = options.args
    super(
      options,
      `The field ${text(field)} of the proof terms is out of its bounds.`,
      'Give either a value or a feed with a heartbeat that it keeps.',
    )
  }
}

/** A later round was still at or before the loss. */
export class LaterRoundCountsError extends ContractError<'LaterRoundCounts'> {
  override readonly name = 'LaterRoundCountsError'

  constructor(options: ContractErrorOptions<'LaterRoundCounts'>) {
    const { round, updatedAt, lossTime } = options.args
    super(
      options,
      `Round ${round} of ${moment(updatedAt)} counts: it is no later than the loss at ${moment(lossTime)}.`,
      'Name that round, or a later one if its time fits too.',
    )
  }
}

/** The time of loss must have passed. */
export class LossNotPastError extends ContractError<'LossNotPast'> {
  override readonly name = 'LossNotPastError'

  constructor(options: ContractErrorOptions<'LossNotPast'>) {
    const { lossTime, timestamp } = options.args
    super(
      options,
      `The time of loss ${moment(lossTime)} has not passed: it is ${moment(timestamp)}.`,
      'Try again in the next block.',
    )
  }
}

/** The round was published after the loss. */
export class RoundAfterLossError extends ContractError<'RoundAfterLoss'> {
  override readonly name = 'RoundAfterLossError'

  constructor(options: ContractErrorOptions<'RoundAfterLoss'>) {
    const { round, updatedAt, lossTime } = options.args
    super(
      options,
      `Round ${round} is of ${moment(updatedAt)}, after the loss at ${moment(lossTime)}.`,
      'Name the last round at or before the loss.',
    )
  }
}

/** The round states no usable price of its own. */
export class RoundNotCompleteError extends ContractError<'RoundNotComplete'> {
  override readonly name = 'RoundNotCompleteError'

  constructor(options: ContractErrorOptions<'RoundNotComplete'>) {
    const { round, answer, answeredIn } = options.args
    super(
      options,
      `Round ${round} states ${answer}, answered in round ${answeredIn}: no price of its own that can be used.`,
      'Wait for the adjudicator: a loss at that time has no value by this feed.',
    )
  }
}

/** The feed has no such round. */
export class RoundNotFoundError extends ContractError<'RoundNotFound'> {
  override readonly name = 'RoundNotFoundError'

  constructor(options: ContractErrorOptions<'RoundNotFound'>) {
    const { round } = options.args
    super(options, `The feed has no round ${round}, or does not serve it.`, 'Name a round that was published.')
  }
}

/** The round was older than the heartbeat at the loss. */
export class RoundTooOldError extends ContractError<'RoundTooOld'> {
  override readonly name = 'RoundTooOldError'

  constructor(options: ContractErrorOptions<'RoundTooOld'>) {
    const { round, age, heartbeat } = options.args
    super(
      options,
      `Round ${round} was ${duration(age)} old at the loss, and the heartbeat is ${duration(heartbeat)}.`,
      'The feed was silent: a loss at that time has no value by it.',
    )
  }
}

/** No such proof terms were defined. */
export class UnknownProofTermsError extends ContractError<'UnknownProofTerms'> {
  override readonly name = 'UnknownProofTermsError'

  constructor(options: ContractErrorOptions<'UnknownProofTerms'>) {
    const { id } = options.args
    super(options, `No proof terms have the id ${id}.`, 'Call `defineProofTerms` first.')
  }
}

/** The proof terms have a fixed value. */
export class ValueIsFixedError extends ContractError<'ValueIsFixed'> {
  override readonly name = 'ValueIsFixedError'

  constructor(options: ContractErrorOptions<'ValueIsFixed'>) {
    const { id, value } = options.args
    super(
      options,
      `The proof terms ${id} have the fixed value ${formatUnits(value, 18)}.`,
      'There is no value to prove.',
    )
  }
}
