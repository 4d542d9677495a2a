import { duration, percent, text } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** A pace of rates is out of its bounds. */
export class PaceOutOfBoundsError extends ContractError<'PaceOutOfBounds'> {
  override readonly name = 'PaceOutOfBoundsError'

  constructor(options: ContractErrorOptions<'PaceOutOfBounds'>) {
    const { pace, min, max } = options.args
    super(
      options,
      `A pace of ${duration(pace)} is out of its bounds.`,
      `Propose between ${duration(min)} and ${duration(max)}.`,
    )
  }
}

/** A bound of new pools is out of its own bounds. */
export class BoundOutOfBoundsError extends ContractError<'BoundOutOfBounds'> {
  override readonly name = 'BoundOutOfBoundsError'

  constructor(options: ContractErrorOptions<'BoundOutOfBounds'>) {
    const { field, value, min, max } = options.args
    super(
      options,
      `The bound ${text(field)} would be ${percent(value)}.`,
      `Propose between ${percent(min)} and ${percent(max)}.`,
    )
  }
}
