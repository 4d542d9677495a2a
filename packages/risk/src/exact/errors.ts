/** The root of every error of the exact twins: one sentence on what happened, and what to do about it. */
export class RiskError extends Error {
  override readonly name: string = 'RiskError'
  /** What happened, in one sentence. */
  readonly shortMessage: string

  constructor(shortMessage: string, advice?: string) {
    super([shortMessage, advice].filter(Boolean).join('\n'))
    this.shortMessage = shortMessage
  }
}

/** A number does not fit the type that it has on chain. */
export class NumberOutOfRangeError extends RiskError {
  override readonly name = 'NumberOutOfRangeError'
  readonly parameter: string
  readonly value: bigint

  constructor({ parameter, value, bits }: { parameter: string; value: bigint; bits: number }) {
    super(`${parameter} is ${value}, which is no uint${bits}.`, 'Give the number as the contracts hold it.')
    this.parameter = parameter
    this.value = value
  }
}

/** An intermediate result is below zero or above 2^256 − 1, or a divisor is zero: the chain reverts. */
export class ArithmeticError extends RiskError {
  override readonly name = 'ArithmeticError'

  constructor(what: string) {
    super(`${what}: the chain would revert.`, 'The numbers given belong to no state that a pool can be in.')
  }
}

/** A sum of exposures does not fit its storage (`ExposureTooLarge`). */
export class ExposureTooLargeError extends RiskError {
  override readonly name = 'ExposureTooLargeError'

  constructor({ sum, value, bits }: { sum: string; value: bigint; bits: number }) {
    super(`${sum} would be ${value}, which needs more than ${bits} bits.`, 'Insure a smaller amount.')
  }
}

/** A stream, or the sum of all, does not fit its storage (`StreamTooLarge`). */
export class StreamTooLargeError extends RiskError {
  override readonly name = 'StreamTooLargeError'

  constructor(what: string) {
    super(`${what} does not fit its storage.`, 'Insure a smaller amount, or for longer.')
  }
}

/** The result of an exponential does not fit 255 bits (Solady's `ExpOverflow`). */
export class ExponentTooLargeError extends RiskError {
  override readonly name = 'ExponentTooLargeError'

  constructor({ exponent }: { exponent: bigint }) {
    super(`exp(${exponent}e-18) does not fit 255 bits.`, 'The exponent is at most 135.305999368893231588e18.')
  }
}

/** A sale, or a change of a cover, is refused: the root of the errors below, each named after the pool's own. */
export class SaleRefusedError extends RiskError {
  override readonly name: string = 'SaleRefusedError'
}

/** No amount is asked for (`ZeroAmount`). */
export class ZeroAmountError extends SaleRefusedError {
  override readonly name = 'ZeroAmountError'

  constructor() {
    super('The amount is zero.', 'Insure at least one grain.')
  }
}

/** The amount is no multiple of the grain (`AmountNotOnGrain`). */
export class AmountNotOnGrainError extends SaleRefusedError {
  override readonly name = 'AmountNotOnGrainError'
  readonly amount: bigint
  readonly grain: bigint

  constructor({ amount, grain }: { amount: bigint; grain: bigint }) {
    super(`The amount ${amount} is no multiple of the grain ${grain}.`, `${amount - (amount % grain)} would be.`)
    this.amount = amount
    this.grain = grain
  }
}

/** The amount, or the exposure that it makes, does not fit 64 bits of grains (`AmountTooLarge`). */
export class AmountTooLargeError extends SaleRefusedError {
  override readonly name = 'AmountTooLargeError'

  constructor({ what, grains }: { what: string; grains: bigint }) {
    super(`The ${what} of ${grains} grains does not fit 64 bits.`, 'Insure a smaller amount.')
  }
}

/** A loss is more probable than the class was calibrated for (`LossProbabilityTooHigh`). */
export class LossProbabilityTooHighError extends SaleRefusedError {
  override readonly name = 'LossProbabilityTooHighError'
  readonly probability: bigint
  readonly maximum: bigint

  constructor({ probability, maximum }: { probability: bigint; maximum: bigint }) {
    super(`The loss probability ${probability} exceeds ${maximum}.`, 'Insure for a shorter time.')
    this.probability = probability
    this.maximum = maximum
  }
}

/** The sale would require more capital than backs it (`CapacityExceeded`). */
export class CapacityExceededError extends SaleRefusedError {
  override readonly name = 'CapacityExceededError'
  /** SCR after the sale, units. */
  readonly required: bigint
  /** What may back it, units. */
  readonly available: bigint

  constructor({ required, available }: { required: bigint; available: bigint }) {
    super(`The sale needs ${required} units of capital, ${available} are there.`, 'Insure a smaller amount.')
    this.required = required
    this.available = available
  }
}

/** A write-down has reached what the pool owes: it sells nothing (`PoolClosed`). */
export class PoolClosedError extends SaleRefusedError {
  override readonly name = 'PoolClosedError'

  constructor() {
    super('The pool pays its debts short and sells nothing.', 'Buy from another pool.')
  }
}

/** A commission exceeds the cap (`FeeAboveCap`). */
export class FeeAboveCapError extends SaleRefusedError {
  override readonly name = 'FeeAboveCapError'
  readonly fee: bigint
  readonly cap: bigint

  constructor({ fee, cap }: { fee: bigint; cap: bigint }) {
    super(`The fee of ${fee} basis points exceeds ${cap}.`, `Ask for at most ${cap}.`)
    this.fee = fee
    this.cap = cap
  }
}

/** The cover has ended; it can only be claimed on (`CoverEnded`). */
export class CoverEndedError extends SaleRefusedError {
  override readonly name = 'CoverEndedError'
  /** Unix seconds. */
  readonly end: bigint

  constructor({ end }: { end: bigint }) {
    super(`The cover ended at ${end}.`, 'Buy another one.')
    this.end = end
  }
}

/** Losses have taken all of the cover (`NothingLeft`). */
export class NothingLeftError extends SaleRefusedError {
  override readonly name = 'NothingLeftError'

  constructor() {
    super('Nothing is left of the cover.', 'Buy another one.')
  }
}

/** A change is asked for that changes nothing (`PurchaseMismatch`). */
export class PurchaseMismatchError extends SaleRefusedError {
  override readonly name = 'PurchaseMismatchError'

  constructor() {
    super('An extension by no time is none.', 'Extend by at least a second.')
  }
}

/** The cover is on one event (`KeyedCover`). */
export class KeyedCoverError extends SaleRefusedError {
  override readonly name = 'KeyedCoverError'

  constructor() {
    super(
      'The cover is on one event: it is never extended, nor given up from the day on which the event begins.',
      'Keep it, or transfer it.',
    )
  }
}

/** A cover is extended at least the waiting time before its end (`TooLateToExtend`). */
export class TooLateToExtendError extends SaleRefusedError {
  override readonly name = 'TooLateToExtendError'
  /** Last moment, Unix seconds. */
  readonly latest: bigint
  readonly timestamp: bigint

  constructor({ latest, timestamp }: { latest: bigint; timestamp: bigint }) {
    super(`The cover could be extended until ${latest}; it is ${timestamp}.`, 'Buy another one.')
    this.latest = latest
    this.timestamp = timestamp
  }
}

/** The listing is not sold for that long (`PeriodOutOfBounds`). */
export class PeriodOutOfBoundsError extends SaleRefusedError {
  override readonly name = 'PeriodOutOfBoundsError'
  /** Seconds. */
  readonly duration: bigint
  readonly min: bigint
  readonly max: bigint

  constructor({ duration, min = 0n, max }: { duration: bigint; min?: bigint; max: bigint }) {
    super(`${duration} seconds are not between ${min} and ${max}.`, 'Ask for another period.')
    this.duration = duration
    this.min = min
    this.max = max
  }
}

/** More is given up than remains insured (`ClaimAboveAmount`). */
export class ClaimAboveAmountError extends SaleRefusedError {
  override readonly name = 'ClaimAboveAmountError'
  /** Grains. */
  readonly claimed: bigint
  readonly remaining: bigint

  constructor({ claimed, remaining }: { claimed: bigint; remaining: bigint }) {
    super(`${claimed} grains are given up, ${remaining} remain.`, `Give up at most ${remaining}.`)
    this.claimed = claimed
    this.remaining = remaining
  }
}

/** What was read is nothing that a trigger takes for a reading (`NoReading`). */
export class NoReadingError extends RiskError {
  override readonly name = 'NoReadingError'
  readonly loss: bigint
  readonly whole: bigint

  constructor({ loss, whole }: { loss: bigint; whole: bigint }) {
    super(`A loss of ${loss} of ${whole} is no reading.`, 'The whole is above zero, and 128 bits hold both.')
    this.loss = loss
    this.whole = whole
  }
}

/** A reading changes nothing about a mark (`NothingToObserve`). */
export class NothingToObserveError extends RiskError {
  override readonly name = 'NothingToObserveError'
  readonly value: bigint
  readonly lowest: bigint
  /** Unix seconds from which the next reading counts. */
  readonly closes: bigint

  constructor({ value, lowest, closes }: { value: bigint; lowest: bigint; closes: bigint }) {
    super(`A reading of ${value} is not below ${lowest}.`, `The next one counts from ${closes} on.`)
    this.value = value
    this.lowest = lowest
    this.closes = closes
  }
}
