import {
  DivFailedError,
  ExpOverflowError,
  FullMulDivFailedError,
  MulDivFailedError,
  OverflowError,
} from '../arithmetic.ts'

/** The errors of `errors/arithmetic`, by their names in the contracts. */
export const arithmeticByName = {
  DivFailed: DivFailedError,
  ExpOverflow: ExpOverflowError,
  FullMulDivFailed: FullMulDivFailedError,
  MulDivFailed: MulDivFailedError,
  Overflow: OverflowError,
} as const
