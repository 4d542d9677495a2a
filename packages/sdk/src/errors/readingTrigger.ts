import { duration, moment, percent, text } from '../internal/format.ts'
import { tokenKinds } from '../types/proof.ts'
import { frozenKinds, type ReadingFault } from '../types/reading.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** A span was armed before, or one of the listing is still under proof. */
export class AlreadyArmedError extends ContractError<'AlreadyArmed'> {
  override readonly name = 'AlreadyArmedError'

  constructor(options: ContractErrorOptions<'AlreadyArmed'>) {
    const { args } = options
    const armed =
      'firstRound' in args
        ? `The span from round ${args.firstRound} was armed before`
        : `A span of listing ${args.listing} is under proof`
    super(options, `${armed}, as incident ${args.incident}.`, 'Prove or end that incident.')
  }
}

/** The span is not complete yet, or not at the last round named. */
export class SpanTooShortError extends ContractError<'SpanTooShort'> {
  override readonly name = 'SpanTooShortError'

  constructor(options: ContractErrorOptions<'SpanTooShort'>) {
    const { needed, updatedAt } = options.args
    super(
      options,
      `The span lasts until ${moment(updatedAt)} so far, and it is complete from ${moment(needed)} on.`,
      'Prove it at or after that time; from a feed, by a round at or after it.',
    )
  }
}

/** The span was complete for too long without being proven. */
export class SpanTooOldError extends ContractError<'SpanTooOld'> {
  override readonly name = 'SpanTooOldError'

  constructor(options: ContractErrorOptions<'SpanTooOld'>) {
    const { provableUntil, timestamp } = options.args
    super(
      options,
      `The span could be proven until ${moment(provableUntil)}, and it is ${moment(timestamp)}.`,
      'Call `lapse` for the incident, and arm again if the loss goes on.',
    )
  }
}

/** The last reading is too old. */
export class ReadingsTooFarApartError extends ContractError<'ReadingsTooFarApart'> {
  override readonly name = 'ReadingsTooFarApartError'

  constructor(options: ContractErrorOptions<'ReadingsTooFarApart'>) {
    const { elapsed, gap } = options.args
    super(
      options,
      `The last reading is ${duration(elapsed)} old, and ${duration(gap)} may lie between two.`,
      'Call `takeReading`, which ends the span, and arm again.',
    )
  }
}

/** The reading is not beyond the strike. */
export class NotBeyondStrikeError extends ContractError<'NotBeyondStrike'> {
  override readonly name = 'NotBeyondStrikeError'

  constructor(options: ContractErrorOptions<'NotBeyondStrike'>) {
    const { fall, strike } = options.args
    super(
      options,
      `The fall is ${percent(fall)}, and only more than ${percent(strike)} is a loss.`,
      'Try again if it falls further; a span that has recovered is ended by `takeReading`.',
    )
  }
}

/** What each fault means, and what to do. */
const faults: Record<ReadingFault, (source: string, value: bigint) => readonly [string, string]> = {
  call: (source) => [`${source} does not answer.`, 'Try again when it does; until then nothing is proven or ended.'],
  answer: (source, value) => [
    `${source} says ${BigInt.asIntN(256, value)}, which does not count: it cannot be, or is carried over or dated ahead.`,
    'Try again when it says something else.',
  ],
  stale: (source, value) => [
    `The report of ${source} at ${moment(value)} is older than its feed promises.`,
    'Try again after its next report.',
  ],
  overflow: (source, value) => [`${source} says ${value}, which is too large.`, 'Try again when it is smaller.'],
  thin: (source, value) => [
    `Only ${value} units of ${source} are in existence, too few to judge by.`,
    'Try again when there are more.',
  ],
  mark: () => ['There is no mark to measure against yet.', 'Call `observeMark` a day after the listing was created.'],
  spent: () => ['What was ruled on goes on: it is paid once.', 'Call `thaw` twice, a day apart, once it has ended.'],
  kind: () => ['An outage is not read, but told by its uptime feed.', 'Call `proveOutage` instead.'],
}

/** The contract that is watched says nothing that counts. */
export class NoReadingError extends ContractError<'NoReading'> {
  override readonly name = 'NoReadingError'
  /** Why there is no reading. */
  readonly fault: string

  constructor(options: ContractErrorOptions<'NoReading'>) {
    const { source, value } = options.args
    const fault = text(options.args.fault)
    const [sentence, advice] = faults[fault as ReadingFault]?.(source, value) ?? [
      `There is no reading of ${source}, which says ${value}: ${fault}.`,
      'Try again when it answers otherwise.',
    ]
    super(options, sentence, advice)
    this.fault = fault
  }
}

/** There is nothing to observe for the mark. */
export class NothingToObserveError extends ContractError<'NothingToObserve'> {
  override readonly name = 'NothingToObserveError'

  constructor(options: ContractErrorOptions<'NothingToObserve'>) {
    const { closes, lowest, value } = options.args
    super(
      options,
      `The level is ${value}, not below the lowest of the day, ${lowest}.`,
      `Observe again at ${moment(closes)}, or when the level is lower.`,
    )
  }
}

/** Too little gas is left to be sure that a call fails of itself. */
export class GasTooLowError extends ContractError<'GasTooLow'> {
  override readonly name = 'GasTooLowError'

  constructor(options: ContractErrorOptions<'GasTooLow'>) {
    const { left, needed } = options.args
    super(
      options,
      `Only ${left} gas is left, and ${needed} is needed to be sure that a call does not fail for want of it.`,
      'Send more gas.',
    )
  }
}

/** The listing, or the token, is of another kind. */
export class WrongKindError extends ContractError<'WrongKind'> {
  override readonly name = 'WrongKindError'

  constructor(options: ContractErrorOptions<'WrongKind'>) {
    const { args } = options
    if ('token' in args) {
      const nft = tokenKinds[args.kind] === 'erc721'
      super(
        options,
        `${args.token} is an ${nft ? 'ERC-721' : 'ERC-20'} token.`,
        nft ? 'Call `proveNft` for each id.' : 'Call `proveHolding`.',
      )
      return
    }
    super(
      options,
      `The listing is of the kind ${frozenKinds[args.kind]} (${args.kind}), not on outages.`,
      'Call `armReading`, `takeReading` and `proveReading` instead.',
    )
  }
}

/** The round does not say that the sequencer went down. */
export class NotDownError extends ContractError<'NotDown'> {
  override readonly name = 'NotDownError'

  constructor(options: ContractErrorOptions<'NotDown'>) {
    const { answer, round } = options.args
    super(
      options,
      `Round ${round} states ${answer}, not that the sequencer went down, 1.`,
      'Name the round in which it went down.',
    )
  }
}

/** The outage overlaps one that was ruled. */
export class OutageRuledError extends ContractError<'OutageRuled'> {
  override readonly name = 'OutageRuledError'

  constructor(options: ContractErrorOptions<'OutageRuled'>) {
    const { from, until } = options.args
    super(
      options,
      `The outage overlaps one that was ruled, from ${moment(from)} until ${moment(until)}.`,
      'Holders are paid for that one: settle its incident.',
    )
  }
}

/** Nothing was granted since the listing was last seen free. */
export class NotSpentError extends ContractError<'NotSpent'> {
  override readonly name = 'NotSpentError'

  constructor(options: ContractErrorOptions<'NotSpent'>) {
    const { listing } = options.args
    super(
      options,
      `Nothing was granted on listing ${listing} since it was last seen free.`,
      'There is nothing to thaw: it can be sold and armed.',
    )
  }
}

/** The state that was ruled on goes on. */
export class StillFrozenError extends ContractError<'StillFrozen'> {
  override readonly name = 'StillFrozenError'

  constructor(options: ContractErrorOptions<'StillFrozen'>) {
    const { listing } = options.args
    super(options, `What listing ${listing} was paid for goes on.`, 'Call `thaw` again when it has ended.')
  }
}

/** The state was found gone less than a day ago. */
export class ThawTooShortError extends ContractError<'ThawTooShort'> {
  override readonly name = 'ThawTooShortError'

  constructor(options: ContractErrorOptions<'ThawTooShort'>) {
    const { thaws, timestamp } = options.args
    super(
      options,
      `It was found free, but has to be found so again at ${moment(thaws)} or later; it is ${moment(timestamp)}.`,
      'Call `thaw` again then.',
    )
  }
}
