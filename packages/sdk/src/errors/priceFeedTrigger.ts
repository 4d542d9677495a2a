import { duration, moment, text } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The listing was not created through this trigger. */
export class NotConfiguredError extends ContractError<'NotConfigured'> {
  override readonly name = 'NotConfiguredError'

  constructor(options: ContractErrorOptions<'NotConfigured'>) {
    const { listing } = options.args
    super(
      options,
      `Listing ${listing} was not created through this trigger.`,
      'Use a listing that was; any other that names the trigger is never sold.',
    )
  }
}

/** A field of the configuration or of the terms is out of its bounds. */
export class InvalidConfigError extends ContractError<'InvalidConfig'> {
  override readonly name = 'InvalidConfigError'

  constructor(options: ContractErrorOptions<'InvalidConfig'>) {
    const { field } = options.args
    super(
      options,
      `The field ${text(field)} of the configuration or the terms is out of its bounds.`,
      'Correct it, and create the listing again.',
    )
  }
}

/** The feed can never report such a price. */
export class LevelOutsideFeedError extends ContractError<'LevelOutsideFeed'> {
  override readonly name = 'LevelOutsideFeedError'

  constructor(options: ContractErrorOptions<'LevelOutsideFeed'>) {
    const { max, min, recovery, strike } = options.args
    super(
      options,
      `The feed reports prices from ${min} to ${max}, which leaves out the strike ${strike} or the recovery ${recovery}.`,
      'Choose levels between them, or another feed.',
    )
  }
}

/** The feed has no such round. */
export class RoundMissingError extends ContractError<'RoundMissing'> {
  override readonly name = 'RoundMissingError'

  constructor(options: ContractErrorOptions<'RoundMissing'>) {
    const { round } = options.args
    super(options, `The feed has no round ${round}, or does not serve it.`, 'Name a round that was published.')
  }
}

/** The round was never finished. */
export class StaleRoundError extends ContractError<'StaleRound'> {
  override readonly name = 'StaleRoundError'

  constructor(options: ContractErrorOptions<'StaleRound'>) {
    const { answeredInRound, round } = options.args
    super(
      options,
      `Round ${round} carries the answer of round ${answeredInRound}: it was never finished.`,
      'Name another round.',
    )
  }
}

/** The round states no price. */
export class InvalidAnswerError extends ContractError<'InvalidAnswer'> {
  override readonly name = 'InvalidAnswerError'

  constructor(options: ContractErrorOptions<'InvalidAnswer'>) {
    const { answer, round } = options.args
    super(options, `Round ${round} states ${answer}, which is no price.`, 'Name a round with a price above zero.')
  }
}

/** The round is dated in the future. */
export class RoundInFutureError extends ContractError<'RoundInFuture'> {
  override readonly name = 'RoundInFutureError'

  constructor(options: ContractErrorOptions<'RoundInFuture'>) {
    const { round, timestamp, updatedAt } = options.args
    super(
      options,
      `Round ${round} is dated ${moment(updatedAt)}, and it is ${moment(timestamp)}.`,
      'Try again after that time.',
    )
  }
}

/** The round is older than the one before it. */
export class TimeBackwardsError extends ContractError<'TimeBackwards'> {
  override readonly name = 'TimeBackwardsError'

  constructor(options: ContractErrorOptions<'TimeBackwards'>) {
    const { previous, round, updatedAt } = options.args
    super(
      options,
      `Round ${round} is dated ${moment(updatedAt)}, before the round ahead of it at ${moment(previous)}.`,
      'The feed is out of order: name rounds outside that stretch.',
    )
  }
}

/** The rounds are not in order. */
export class RoundNotAfterError extends ContractError<'RoundNotAfter'> {
  override readonly name = 'RoundNotAfterError'

  constructor(options: ContractErrorOptions<'RoundNotAfter'>) {
    const { previous, round } = options.args
    super(
      options,
      `Round ${round} does not come after round ${previous} in the same phase.`,
      'Name a later round of the same phase.',
    )
  }
}

/** The round belongs to a phase that does not count. */
export class WrongPhaseError extends ContractError<'WrongPhase'> {
  override readonly name = 'WrongPhaseError'

  constructor(options: ContractErrorOptions<'WrongPhase'>) {
    const { phase, round } = options.args
    super(
      options,
      `Round ${round} belongs to a phase that does not count; the phase noted last is ${phase}.`,
      'Name a round of that phase, or call notePhase if the feed has changed.',
    )
  }
}

/** The round was published when its phase did not count. */
export class OutsidePhaseError extends ContractError<'OutsidePhase'> {
  override readonly name = 'OutsidePhaseError'

  constructor(options: ContractErrorOptions<'OutsidePhase'>) {
    const { round, since, until, updatedAt } = options.args
    super(
      options,
      `Round ${round} is dated ${moment(updatedAt)}, and its phase counts from ${moment(since)} to ${moment(until)}.`,
      'Name a round within that time.',
    )
  }
}

/** The feed is still in the phase noted last. */
export class PhaseUnchangedError extends ContractError<'PhaseUnchanged'> {
  override readonly name = 'PhaseUnchangedError'

  constructor(options: ContractErrorOptions<'PhaseUnchanged'>) {
    const { phase } = options.args
    super(options, `The feed is still in phase ${phase}.`, 'There is nothing to note.')
  }
}

/** The round is no recovery. */
export class NotARecoveryError extends ContractError<'NotARecovery'> {
  override readonly name = 'NotARecoveryError'

  constructor(options: ContractErrorOptions<'NotARecovery'>) {
    const { level, recovery, round } = options.args
    super(
      options,
      `Round ${round} is at the level ${level}, which is not at or past the recovery level ${recovery}, and it follows no gap, outage or change of phase.`,
      'Name an earlier round that is at or past that level.',
    )
  }
}

/** The span begins earlier than at the round named. */
export class RoundBeyondStrikeError extends ContractError<'RoundBeyondStrike'> {
  override readonly name = 'RoundBeyondStrikeError'

  constructor(options: ContractErrorOptions<'RoundBeyondStrike'>) {
    const { level, round, strike } = options.args
    super(
      options,
      `Round ${round} is at the level ${level}, which is beyond the strike ${strike}: the span begins there.`,
      'Name it as the first round.',
    )
  }
}

/** The first round is not beyond the strike. */
export class RoundNotBeyondStrikeError extends ContractError<'RoundNotBeyondStrike'> {
  override readonly name = 'RoundNotBeyondStrikeError'

  constructor(options: ContractErrorOptions<'RoundNotBeyondStrike'>) {
    const { level, round, strike } = options.args
    super(
      options,
      `Round ${round} is at the level ${level}, which is not beyond the strike ${strike}.`,
      'Name the first round that is beyond it.',
    )
  }
}

/** The level recovered within the span. */
export class RoundRecoveredError extends ContractError<'RoundRecovered'> {
  override readonly name = 'RoundRecoveredError'

  constructor(options: ContractErrorOptions<'RoundRecovered'>) {
    const { level, recovery, round } = options.args
    super(
      options,
      `Round ${round} is at the level ${level}, which is at or past the recovery level ${recovery}.`,
      'The span has ended there: call `recoverSpan` with that round.',
    )
  }
}

/** The round has no base. */
export class BaseMissingError extends ContractError<'BaseMissing'> {
  override readonly name = 'BaseMissingError'

  constructor(options: ContractErrorOptions<'BaseMissing'>) {
    const { base, round, time } = options.args
    super(
      options,
      `The feed has no price for ${moment(time)}, to which round ${round} would be compared: its phase began later, or it was silent (round ${base} was looked at).`,
      'Name a later round; if it lies within an armed span, call `recoverSpan` with it.',
    )
  }
}

/** The feed was silent for too long. */
export class RoundGapError extends ContractError<'RoundGap'> {
  override readonly name = 'RoundGapError'

  constructor(options: ContractErrorOptions<'RoundGap'>) {
    const { gap, longest, round } = options.args
    super(
      options,
      `The feed was silent for ${duration(gap)} before round ${round}, and ${duration(longest)} are allowed.`,
      'The span has ended there: call `recoverSpan` with that round.',
    )
  }
}

/** The feed has rewritten the first round of the span. */
export class RoundChangedError extends ContractError<'RoundChanged'> {
  override readonly name = 'RoundChangedError'

  constructor(options: ContractErrorOptions<'RoundChanged'>) {
    const { answer, round, updatedAt } = options.args
    super(
      options,
      `The feed has rewritten round ${round}, the first of the span: it now states ${answer} at ${moment(updatedAt)}.`,
      'Call `recoverSpan`, and arm again if it still is beyond the strike.',
    )
  }
}

/** The sequencer is not known to have been up throughout. */
export class SequencerDownError extends ContractError<'SequencerDown'> {
  override readonly name = 'SequencerDownError'

  constructor(options: ContractErrorOptions<'SequencerDown'>) {
    const { from, to } = options.args
    super(
      options,
      `The sequencer is not known to have been up from ${moment(from)} to ${moment(to)}.`,
      'Name a span without an outage.',
    )
  }
}

/** The span is complete. */
export class SpanCompleteError extends ContractError<'SpanComplete'> {
  override readonly name = 'SpanCompleteError'

  constructor(options: ContractErrorOptions<'SpanComplete'>) {
    const { closingRound } = options.args
    super(options, `The span is complete at round ${closingRound}.`, 'Call `prove` with that round.')
  }
}

/** No recovery was found. */
export class NotRecoveredError extends ContractError<'NotRecovered'> {
  override readonly name = 'NotRecoveredError'

  constructor(options: ContractErrorOptions<'NotRecovered'>) {
    const { round } = options.args
    super(options, `No recovery was found up to round ${round}.`, 'Name the round at which the price recovered.')
  }
}

/** The recovery can still change. */
export class RoundNotFinalError extends ContractError<'RoundNotFinal'> {
  override readonly name = 'RoundNotFinalError'

  constructor(options: ContractErrorOptions<'RoundNotFinal'>) {
    const { round } = options.args
    super(
      options,
      `Round ${round} can still change: no later round has been published.`,
      'Try again after the next round of the feed.',
    )
  }
}

/** The span is too near to one that was granted. */
export class SpanOverlapsError extends ContractError<'SpanOverlaps'> {
  override readonly name = 'SpanOverlapsError'

  constructor(options: ContractErrorOptions<'SpanOverlaps'>) {
    const { firstTime, grantedFrom, grantedUntil } = options.args
    super(
      options,
      `The span begins at ${moment(firstTime)}, too near to one that was granted: from ${moment(grantedFrom)} to ${moment(grantedUntil)} no other counts.`,
      'Holders are paid for that one: settle its incident.',
    )
  }
}

/** There is no span under proof for the incident. */
export class NotArmedError extends ContractError<'NotArmed'> {
  override readonly name = 'NotArmedError'

  constructor(options: ContractErrorOptions<'NotArmed'>) {
    const { incident } = options.args
    super(
      options,
      `There is no span under proof for incident ${incident}.`,
      'Arm it first, or read its ruling: it may have been ruled on.',
    )
  }
}
