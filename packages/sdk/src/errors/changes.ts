import { count, moment } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The cover is not one of this pool. */
export class CoverOfAnotherError extends ContractError<'CoverOfAnother'> {
  override readonly name = 'CoverOfAnotherError'

  constructor(options: ContractErrorOptions<'CoverOfAnother'>) {
    const { id } = options.args
    super(options, `Cover ${id} is not one of this pool.`, 'Call the pool that sold it: read `getCoverPool`.')
  }
}

/** The cover has ended. */
export class CoverEndedError extends ContractError<'CoverEnded'> {
  override readonly name = 'CoverEndedError'

  constructor(options: ContractErrorOptions<'CoverEnded'>) {
    const { end, id } = options.args
    super(
      options,
      `Cover ${id} ended at ${moment(end)}, and can only be claimed on.`,
      'Buy another cover; a loss before the end can still be settled.',
    )
  }
}

/** Nothing would be left of the cover. */
export class NothingLeftError extends ContractError<'NothingLeft'> {
  override readonly name = 'NothingLeftError'

  constructor(options: ContractErrorOptions<'NothingLeft'>) {
    const { id } = options.args
    super(options, `Nothing would be left of cover ${id}.`, 'Call `cancelCover`, or give up a smaller amount.')
  }
}

/** Covers of a risk cannot be changed because of an incident on it. */
export class RiskFrozenError extends ContractError<'RiskFrozen'> {
  override readonly name = 'RiskFrozenError'

  constructor(options: ContractErrorOptions<'RiskFrozen'>) {
    const { risk } = options.args
    super(
      options,
      `An incident on the risk ${risk} is open, or granted and not closed: covers of it cannot be changed meanwhile.`,
      'Try again when the incident is closed or dismissed; what it grants can be settled before.',
    )
  }
}

/** The purchase does not fit the cover, or the change. */
export class PurchaseMismatchError extends ContractError<'PurchaseMismatch'> {
  override readonly name = 'PurchaseMismatchError'

  constructor(options: ContractErrorOptions<'PurchaseMismatch'>) {
    super(
      options,
      'The purchase names another listing or event than the cover, or what this change does not take.',
      "Give the cover's own `listing`, see `getCover`, and a `duration` to extend it, or an `amount` and, if it is on one event, a `quote` for that event to increase it.",
    )
  }
}

/** The cover is on one event. */
export class KeyedCoverError extends ContractError<'KeyedCover'> {
  override readonly name = 'KeyedCoverError'

  constructor(options: ContractErrorOptions<'KeyedCover'>) {
    super(
      options,
      'The cover is on one event: it cannot be extended, nor given up once the event has begun.',
      'Keep it until the event ends, or transfer it; buy another cover for another event.',
    )
  }
}

/** An extension has to be bought earlier. */
export class TooLateToExtendError extends ContractError<'TooLateToExtend'> {
  override readonly name = 'TooLateToExtendError'

  constructor(options: ContractErrorOptions<'TooLateToExtend'>) {
    const { latest, timestamp } = options.args
    super(
      options,
      `The cover could be extended until ${moment(latest)}, and it is ${moment(timestamp)}.`,
      'Buy another cover: it is in force once its waiting time is over.',
    )
  }
}

/** The cover was increased as often as it can be. */
export class TooManyIncreasesError extends ContractError<'TooManyIncreases'> {
  override readonly name = 'TooManyIncreasesError'

  constructor(options: ContractErrorOptions<'TooManyIncreases'>) {
    const { id, most } = options.args
    super(
      options,
      `Cover ${id} was increased ${count(most, 'time')}, which is the most.`,
      'Buy another cover for the rest.',
    )
  }
}
