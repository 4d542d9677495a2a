import { ArithmeticError, NumberOutOfRangeError } from '../errors.ts'

/** The number itself, if it is a uint of so many bits. */
export function uint(value: bigint, bits: number, parameter: string): bigint {
  if (value < 0n || value >> BigInt(bits) !== 0n) throw new NumberOutOfRangeError({ parameter, value, bits })
  return value
}

/** An intermediate result, if checked 256-bit arithmetic has it. */
export function checked(value: bigint): bigint {
  if (value < 0n) throw new ArithmeticError('A difference is below zero')
  if (value >> 256n !== 0n) throw new ArithmeticError('A result needs more than 256 bits')
  return value
}
