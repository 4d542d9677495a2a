import { BoundOutOfBoundsError, PaceOutOfBoundsError } from '../rates.ts'

/** The errors of `errors/rates`, by their names in the contracts. */
export const ratesByName = {
  BoundOutOfBounds: BoundOutOfBoundsError,
  PaceOutOfBounds: PaceOutOfBoundsError,
} as const
