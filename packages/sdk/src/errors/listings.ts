import { count, duration, moment, percent, text } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** There is no listing of this number. */
export class UnknownListingError extends ContractError<'UnknownListing'> {
  override readonly name = 'UnknownListingError'

  constructor(options: ContractErrorOptions<'UnknownListing'>) {
    const { listing } = options.args
    super(options, `There is no listing ${listing}.`, 'Listings are numbered from 1 to what `getListingCount` gives.')
  }
}

/** A field of the terms is out of its bounds. */
export class InvalidTermsError extends ContractError<'InvalidTerms'> {
  override readonly name = 'InvalidTermsError'

  constructor(options: ContractErrorOptions<'InvalidTerms'>) {
    const { field } = options.args
    super(
      options,
      `The field ${text(field)} of the terms is out of its bounds.`,
      'Read `getListingBounds`, and correct it.',
    )
  }
}

/** The wording is empty or too long. */
export class WordingLengthError extends ContractError<'WordingLength'> {
  override readonly name = 'WordingLengthError'

  constructor(options: ContractErrorOptions<'WordingLength'>) {
    const { length, max } = options.args
    super(options, `The wording has ${count(length, 'byte')}.`, `Use between 1 and ${max} bytes.`)
  }
}

/** The rate is outside the bounds of the listing. */
export class RateOutOfBoundsError extends ContractError<'RateOutOfBounds'> {
  override readonly name = 'RateOutOfBoundsError'

  constructor(options: ContractErrorOptions<'RateOutOfBounds'>) {
    const { max, min, rate } = options.args
    super(
      options,
      `The rate of ${percent(rate)} a year is outside the bounds of the listing.`,
      `Post a rate between ${percent(min)} and ${percent(max)}.`,
    )
  }
}

/** The rate moves faster than is allowed since the last post. */
export class RateStepTooLargeError extends ContractError<'RateStepTooLarge'> {
  override readonly name = 'RateStepTooLargeError'

  constructor(options: ContractErrorOptions<'RateStepTooLarge'>) {
    const { max, min, rate } = options.args
    super(
      options,
      `The rate of ${percent(rate)} a year moves too far since the last post.`,
      `Post a rate between ${percent(min)} and ${percent(max)} now, and the rest later.`,
    )
  }
}

/** A keyed listing has no posted rate, any other takes no quote. */
export class KeyedMismatchError extends ContractError<'KeyedMismatch'> {
  override readonly name = 'KeyedMismatchError'

  constructor(options: ContractErrorOptions<'KeyedMismatch'>) {
    const { keyed, listing } = options.args
    super(
      options,
      `Listing ${listing} ${keyed ? 'is keyed and has no posted rate' : 'is not keyed and takes no quote'}.`,
      keyed ? 'Sign quotes for it instead.' : 'Buy at its posted rate.',
    )
  }
}

/** The posted rate is too old to sell at. */
export class RateStaleError extends ContractError<'RateStale'> {
  override readonly name = 'RateStaleError'

  constructor(options: ContractErrorOptions<'RateStale'>) {
    const { listing, maxAge, postedAt } = options.args
    super(
      options,
      `${postedAt === 0n ? `The rate of listing ${listing} was never posted` : `The rate of listing ${listing} was posted at ${moment(postedAt)}`}, and a rate sells for ${duration(maxAge)}.`,
      'Try again when the rate oracle has posted a new one.',
    )
  }
}

/** The adjudicator is not approved for new sales. */
export class AdjudicatorNotApprovedError extends ContractError<'AdjudicatorNotApproved'> {
  override readonly name = 'AdjudicatorNotApprovedError'

  constructor(options: ContractErrorOptions<'AdjudicatorNotApproved'>) {
    const { adjudicator } = options.args
    super(
      options,
      `The adjudicator ${adjudicator} is not approved for new sales.`,
      'Choose a listing with another adjudicator; covers already sold keep theirs.',
    )
  }
}

/** The asset of the pool belongs to the family that the listing insures. */
export class OwnAssetError extends ContractError<'OwnAsset'> {
  override readonly name = 'OwnAssetError'

  constructor(options: ContractErrorOptions<'OwnAsset'>) {
    const { asset, family, listing } = options.args
    super(
      options,
      `Listing ${listing} insures the asset family ${family}, to which the asset of this pool, ${asset}, belongs.`,
      'Use a pool in another asset: a pool in this one would fail together with what it insures.',
    )
  }
}

/** The guardian has paused new sales. */
export class SalesArePausedError extends ContractError<'SalesArePaused'> {
  override readonly name = 'SalesArePausedError'

  constructor(options: ContractErrorOptions<'SalesArePaused'>) {
    const { until } = options.args
    super(
      options,
      `New sales are paused until ${moment(until)}.`,
      'Try again after that; exits, rulings and payouts go on.',
    )
  }
}

/** The pause is too long, or too soon after the last one. */
export class PauseOutOfBoundsError extends ContractError<'PauseOutOfBounds'> {
  override readonly name = 'PauseOutOfBoundsError'

  constructor(options: ContractErrorOptions<'PauseOutOfBounds'>) {
    const { duration: seconds, max, notBefore } = options.args
    super(
      options,
      `A pause of ${duration(seconds)} is not possible.`,
      `Pause for at most ${duration(max)}, and not before ${moment(notBefore)}.`,
    )
  }
}

/** The quote, or the time of sale, has run out. */
export class QuoteExpiredError extends ContractError<'QuoteExpired'> {
  override readonly name = 'QuoteExpiredError'

  constructor(options: ContractErrorOptions<'QuoteExpired'>) {
    const { expiry, timestamp } = options.args
    super(
      options,
      `The quote was valid until ${moment(expiry)}, and it is ${moment(timestamp)}.`,
      'Ask the signer for a new quote.',
    )
  }
}

/** A field of the quote is out of the bounds of the listing. */
export class InvalidQuoteError extends ContractError<'InvalidQuote'> {
  override readonly name = 'InvalidQuoteError'

  constructor(options: ContractErrorOptions<'InvalidQuote'>) {
    const { field } = options.args
    super(
      options,
      `The field ${text(field)} of the quote is out of the bounds of the listing.`,
      'Ask the signer for another quote, and compare it with the terms.',
    )
  }
}

/** The quote is for another listing. */
export class QuoteForAnotherListingError extends ContractError<'QuoteForAnotherListing'> {
  override readonly name = 'QuoteForAnotherListingError'

  constructor(options: ContractErrorOptions<'QuoteForAnotherListing'>) {
    const { actual, expected } = options.args
    super(options, `The quote is for listing ${actual}, not ${expected}.`, `Use a quote for listing ${expected}.`)
  }
}

/** The signer of the quote is not approved, or the signature is wrong. */
export class QuoteSignerNotApprovedError extends ContractError<'QuoteSignerNotApproved'> {
  override readonly name = 'QuoteSignerNotApprovedError'

  constructor(options: ContractErrorOptions<'QuoteSignerNotApproved'>) {
    const { signer } = options.args
    super(
      options,
      `The quote was not signed by ${signer}, or that signer is not approved.`,
      'Check that it was signed for this chain and this contract, unchanged; else ask an approved signer for a new one.',
    )
  }
}

/** The authority is not a contract. */
export class AccessManagedInvalidAuthorityError extends ContractError<'AccessManagedInvalidAuthority'> {
  override readonly name = 'AccessManagedInvalidAuthorityError'

  constructor(options: ContractErrorOptions<'AccessManagedInvalidAuthority'>) {
    const { authority } = options.args
    super(options, `The authority ${authority} is not a contract.`, 'Use the address of an AccessManager.')
  }
}

/** The caller has to schedule this call first. */
export class AccessManagedRequiredDelayError extends ContractError<'AccessManagedRequiredDelay'> {
  override readonly name = 'AccessManagedRequiredDelayError'

  constructor(options: ContractErrorOptions<'AccessManagedRequiredDelay'>) {
    const { caller, delay } = options.args
    super(
      options,
      `${caller} has to schedule this call ${duration(delay)} ahead.`,
      'Schedule it in the AccessManager, and send it when the delay is over.',
    )
  }
}

/** The caller lacks the role for this. */
export class AccessManagedUnauthorizedError extends ContractError<'AccessManagedUnauthorized'> {
  override readonly name = 'AccessManagedUnauthorizedError'

  constructor(options: ContractErrorOptions<'AccessManagedUnauthorized'>) {
    const { caller } = options.args
    super(
      options,
      `${caller} does not have the role that this call needs.`,
      'Send it from an account with that role; governance grants roles through the AccessManager.',
    )
  }
}
