import { moment } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** There is no dispute of this number. */
export class UnknownDisputeError extends ContractError<'UnknownDispute'> {
  override readonly name = 'UnknownDisputeError'

  constructor(options: ContractErrorOptions<'UnknownDispute'>) {
    const { disputeID } = options.args
    super(options, `There is no dispute ${disputeID}.`, 'Read how many there are with `getDisputeCount`.')
  }
}

/** This choice is not offered. */
export class ChoiceOutOfBoundsError extends ContractError<'ChoiceOutOfBounds'> {
  override readonly name = 'ChoiceOutOfBoundsError'

  constructor(options: ContractErrorOptions<'ChoiceOutOfBounds'>) {
    const { choice, most } = options.args
    super(
      options,
      `The choice ${choice} is not offered: the last one is ${most}.`,
      'Choose one of them, or 0 to refuse.',
    )
  }
}

/** The vote is over, or not yet. */
export class WrongVoteTimeError extends ContractError<'WrongVoteTime'> {
  override readonly name = 'WrongVoteTimeError'

  constructor(options: ContractErrorOptions<'WrongVoteTime'>) {
    const { until, timestamp } = options.args
    super(
      options,
      `The vote ends at ${moment(until)}, and it is ${moment(timestamp)}.`,
      'Vote before it, and execute afterwards.',
    )
  }
}

/** This member voted already. */
export class AlreadyVotedError extends ContractError<'AlreadyVoted'> {
  override readonly name = 'AlreadyVotedError'

  constructor(options: ContractErrorOptions<'AlreadyVoted'>) {
    const { disputeID, voter } = options.args
    super(options, `${voter} has voted on dispute ${disputeID}.`, 'A vote cannot be changed.')
  }
}

/** The caller had no votes. */
export class NoVotesError extends ContractError<'NoVotes'> {
  override readonly name = 'NoVotesError'

  constructor(options: ContractErrorOptions<'NoVotes'>) {
    const { voter, snapshot } = options.args
    super(
      options,
      `${voter} had no votes at ${moment(snapshot)}, the second before the dispute.`,
      'Hold tokens, and delegate them, before the next one.',
    )
  }
}

/** The ruling was taken already. */
export class AlreadyExecutedError extends ContractError<'AlreadyExecuted'> {
  override readonly name = 'AlreadyExecutedError'

  constructor(options: ContractErrorOptions<'AlreadyExecuted'>) {
    const { disputeID } = options.args
    super(options, `The ruling of dispute ${disputeID} was taken.`, 'There is nothing to do.')
  }
}

/** Nobody hears a further appeal. */
export class NoAppealError extends ContractError<'NoAppeal'> {
  override readonly name = 'NoAppealError'

  constructor(options: ContractErrorOptions<'NoAppeal'>) {
    const { disputeID } = options.args
    super(options, `Nobody hears an appeal of dispute ${disputeID}.`, "The members' vote is the last word.")
  }
}

/** There are no fees to collect. */
export class NoFeesError extends ContractError<'NoFees'> {
  override readonly name = 'NoFeesError'

  constructor(options: ContractErrorOptions<'NoFees'>) {
    super(options, 'There are no fees to collect.', 'Try again after the next dispute.')
  }
}
