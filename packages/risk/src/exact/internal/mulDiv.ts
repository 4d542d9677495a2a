import { ArithmeticError } from '../errors.ts'
import { checked } from './uint.ts'

/** x·y / d, rounded down, of any product (Solady's `fullMulDiv`). */
export function mulDivDown(x: bigint, y: bigint, d: bigint): bigint {
  if (d === 0n) throw new ArithmeticError('A divisor is zero')
  return checked((x * y) / d)
}

/** x·y / d, rounded up, of any product (Solady's `fullMulDivUp`). */
export function mulDivUp(x: bigint, y: bigint, d: bigint): bigint {
  if (d === 0n) throw new ArithmeticError('A divisor is zero')
  return checked((x * y + d - 1n) / d)
}

/** x / d, rounded up (Solady's `divUp`). */
export function divUp(x: bigint, d: bigint): bigint {
  return mulDivUp(x, 1n, d)
}
