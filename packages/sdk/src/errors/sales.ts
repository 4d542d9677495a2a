import { count, duration, moment, percent, percentOfBasisPoints, text } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The pool does not back this listing. */
export class NotBackedError extends ContractError<'NotBacked'> {
  override readonly name = 'NotBackedError'

  constructor(options: ContractErrorOptions<'NotBacked'>) {
    const { listing } = options.args
    super(options, `The pool does not back listing ${listing}.`, 'Choose a pool whose curator backs it.')
  }
}

/** The exposure would exceed what the curator allows for the listing. */
export class ListingLimitExceededError extends ContractError<'ListingLimitExceeded'> {
  override readonly name = 'ListingLimitExceededError'

  constructor(options: ContractErrorOptions<'ListingLimitExceeded'>) {
    const { exposure, limit } = options.args
    super(
      options,
      `The listing would have ${exposure} grains of exposure, and the curator allows ${limit}.`,
      `Insure at least ${exposure - limit} grains less, or buy from another pool.`,
    )
  }
}

/** The exposure would exceed what the curator allows for the group. */
export class GroupLimitExceededError extends ContractError<'GroupLimitExceeded'> {
  override readonly name = 'GroupLimitExceededError'

  constructor(options: ContractErrorOptions<'GroupLimitExceeded'>) {
    const { exposure, limit } = options.args
    super(
      options,
      `The group of this risk would have ${exposure} grains of exposure, and the curator allows ${limit}.`,
      `Insure at least ${exposure - limit} grains less, or buy from another pool.`,
    )
  }
}

/** The exposure would exceed what the curator allows for the adjudicator. */
export class AdjudicatorLimitExceededError extends ContractError<'AdjudicatorLimitExceeded'> {
  override readonly name = 'AdjudicatorLimitExceededError'

  constructor(options: ContractErrorOptions<'AdjudicatorLimitExceeded'>) {
    const { exposure, limit } = options.args
    super(
      options,
      `All listings of this adjudicator would have ${exposure} grains of exposure, and the curator allows ${limit}.`,
      `Insure at least ${exposure - limit} grains less, or buy from another pool.`,
    )
  }
}

/** The sale would need more capital than backs new cover. */
export class CapacityExceededError extends ContractError<'CapacityExceeded'> {
  override readonly name = 'CapacityExceededError'

  constructor(options: ContractErrorOptions<'CapacityExceeded'>) {
    const { backing, scr } = options.args
    super(
      options,
      `With this sale the pool would need ${scr} units of capital, and only ${backing} back new cover.`,
      'Insure a smaller amount, buy from another pool, or wait for deposits.',
    )
  }
}

/** The loss is more probable than the class was calibrated for. */
export class LossProbabilityTooHighError extends ContractError<'LossProbabilityTooHigh'> {
  override readonly name = 'LossProbabilityTooHighError'

  constructor(options: ContractErrorOptions<'LossProbabilityTooHigh'>) {
    const { maximum, probability } = options.args
    super(
      options,
      `The probability of loss of this cover is ${percent(probability)}, and the pool sells up to ${percent(maximum)} in this class.`,
      'Insure for a shorter time, or buy from another pool.',
    )
  }
}

/** Nothing is sold on a risk with an open incident. */
export class IncidentOpenError extends ContractError<'IncidentOpen'> {
  override readonly name = 'IncidentOpenError'

  constructor(options: ContractErrorOptions<'IncidentOpen'>) {
    const { open, risk } = options.args
    super(
      options,
      `The risk ${risk} has ${count(open, 'open incident')}, and nothing is sold on it meanwhile.`,
      'Try again when every incident on this risk has been ruled on.',
    )
  }
}

/** The adjudicator says that this risk may not be sold now. */
export class AdjudicatorRefusesError extends ContractError<'AdjudicatorRefuses'> {
  override readonly name = 'AdjudicatorRefusesError'

  constructor(options: ContractErrorOptions<'AdjudicatorRefuses'>) {
    const { adjudicator } = options.args
    super(
      options,
      `The adjudicator ${adjudicator} says that this risk may not be sold now: its source is stale or past the warning level.`,
      'Try again when it has recovered, or insure another risk.',
    )
  }
}

/** A keyed risk needs a signed quote and no duration; any other takes none. */
export class QuoteMismatchError extends ContractError<'QuoteMismatch'> {
  override readonly name = 'QuoteMismatchError'

  constructor(options: ContractErrorOptions<'QuoteMismatch'>) {
    const { keyed, listing } = options.args
    super(
      options,
      `Listing ${listing} ${keyed ? 'is sold by signed quotes, without a duration' : 'is sold at its posted rate, without a quote'}.`,
      keyed ? 'Give a signed `quote` and leave `duration` out.' : 'Give a `duration` and leave `quote` out.',
    )
  }
}

/** The duration is outside what the listing sells. */
export class PeriodOutOfBoundsError extends ContractError<'PeriodOutOfBounds'> {
  override readonly name = 'PeriodOutOfBoundsError'

  constructor(options: ContractErrorOptions<'PeriodOutOfBounds'>) {
    const { duration: period, max, min } = options.args
    super(
      options,
      `The duration of ${duration(period)} is outside what the listing sells.`,
      `Choose between ${duration(min)} and ${duration(max)}.`,
    )
  }
}

/** The premium exceeds what the buyer accepts. */
export class PremiumAboveMaximumError extends ContractError<'PremiumAboveMaximum'> {
  override readonly name = 'PremiumAboveMaximumError'

  constructor(options: ContractErrorOptions<'PremiumAboveMaximum'>) {
    const { maximum, premium } = options.args
    super(
      options,
      `The premium is ${premium} units, and you accept ${maximum}.`,
      `Ask for a new quote, and raise \`maxPremium\` to at least ${premium} if you agree.`,
    )
  }
}

/** The purchase came after its deadline. */
export class DeadlineExpiredError extends ContractError<'DeadlineExpired'> {
  override readonly name = 'DeadlineExpiredError'

  constructor(options: ContractErrorOptions<'DeadlineExpired'>) {
    const { deadline, timestamp } = options.args
    super(
      options,
      `The purchase was valid until ${moment(deadline)}, and it is ${moment(timestamp)}.`,
      'Ask for a new quote, and send it with a later deadline.',
    )
  }
}

/** The amount is not a multiple of the grain. */
export class AmountNotOnGrainError extends ContractError<'AmountNotOnGrain'> {
  override readonly name = 'AmountNotOnGrainError'

  constructor(options: ContractErrorOptions<'AmountNotOnGrain'>) {
    const { amount, grain } = options.args
    super(
      options,
      `The amount of ${amount} units is not a multiple of the grain, ${grain} units.`,
      `Use ${amount - (amount % grain)} or ${amount - (amount % grain) + grain}.`,
    )
  }
}

/** An amount does not fit into its storage. */
export class AmountTooLargeError extends ContractError<'AmountTooLarge'> {
  override readonly name = 'AmountTooLargeError'

  constructor(options: ContractErrorOptions<'AmountTooLarge'>) {
    const { what } = options.args
    super(options, `The number called ${text(what)} does not fit into its storage.`, 'Use a smaller amount.')
  }
}

/** A fee is above its cap. */
export class FeeAboveCapError extends ContractError<'FeeAboveCap'> {
  override readonly name = 'FeeAboveCapError'

  constructor(options: ContractErrorOptions<'FeeAboveCap'>) {
    const { cap, fee } = options.args
    super(
      options,
      `The fee of ${percentOfBasisPoints(fee)} is above the cap of ${percentOfBasisPoints(cap)}.`,
      `Use at most ${cap} basis points.`,
    )
  }
}

/** A sum insured does not fit into its storage. */
export class ExposureTooLargeError extends ContractError<'ExposureTooLarge'> {
  override readonly name = 'ExposureTooLargeError'

  constructor(options: ContractErrorOptions<'ExposureTooLarge'>) {
    super(options, 'The sum insured does not fit into its storage.', 'Insure a smaller amount.')
  }
}

/** A premium stream does not fit into its storage. */
export class StreamTooLargeError extends ContractError<'StreamTooLarge'> {
  override readonly name = 'StreamTooLargeError'

  constructor(options: ContractErrorOptions<'StreamTooLarge'>) {
    super(
      options,
      'The premium is too large for the time in which it is earned.',
      'Insure a smaller amount, or for longer.',
    )
  }
}

/** Covers of this listing name the account whose loss they cover. */
export class AccountMissingError extends ContractError<'AccountMissing'> {
  override readonly name = 'AccountMissingError'

  constructor(options: ContractErrorOptions<'AccountMissing'>) {
    const { listing } = options.args
    super(
      options,
      `Covers of listing ${listing} are paid by proof of what an account held, and none was named.`,
      'Give the `protectedAccount` whose loss is insured.',
    )
  }
}

/** Nothing can be proven under the terms of proof now. */
export class ProofNotSoldError extends ContractError<'ProofNotSold'> {
  override readonly name = 'ProofNotSoldError'

  constructor(options: ContractErrorOptions<'ProofNotSold'>) {
    const { listing, proofTerms } = options.args
    super(
      options,
      `Listing ${listing} is not sold now: nothing can be proven under its proof terms ${proofTerms}.`,
      'Try again when their feed is fresh; if the token was retired, or the chain lacks EIP-2935, choose another listing.',
    )
  }
}
