import { ContractError, type ContractErrorOptions } from './base.ts'

/** An exponential is too large. */
export class ExpOverflowError extends ContractError<'ExpOverflow'> {
  override readonly name = 'ExpOverflowError'

  constructor(options: ContractErrorOptions<'ExpOverflow'>) {
    super(options, 'An exponential does not fit into 255 bits.', 'Use smaller numbers.')
  }
}

/** A product is too large to be divided, or the divisor is zero. */
export class FullMulDivFailedError extends ContractError<'FullMulDivFailed'> {
  override readonly name = 'FullMulDivFailedError'

  constructor(options: ContractErrorOptions<'FullMulDivFailed'>) {
    super(options, 'A quotient does not fit into 256 bits, or its divisor is zero.', 'Use smaller numbers.')
  }
}

/** A product is too large, or the divisor is zero. */
export class MulDivFailedError extends ContractError<'MulDivFailed'> {
  override readonly name = 'MulDivFailedError'

  constructor(options: ContractErrorOptions<'MulDivFailed'>) {
    super(options, 'A product does not fit into 256 bits, or its divisor is zero.', 'Use smaller numbers.')
  }
}

/** A division by zero. */
export class DivFailedError extends ContractError<'DivFailed'> {
  override readonly name = 'DivFailedError'

  constructor(options: ContractErrorOptions<'DivFailed'>) {
    super(options, 'A divisor is zero.', 'Use another number.')
  }
}

/** A number does not fit into its type. */
export class OverflowError extends ContractError<'Overflow'> {
  override readonly name = 'OverflowError'

  constructor(options: ContractErrorOptions<'Overflow'>) {
    super(options, 'A number does not fit into its type.', 'Use a smaller number.')
  }
}
