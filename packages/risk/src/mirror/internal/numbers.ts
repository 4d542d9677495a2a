import { day, wad } from '../../exact/constants.ts'
import { mulDivUp } from '../../exact/internal/mulDiv.ts'

/** The lesser of two numbers. */
export function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

/** The greater of two numbers. */
export function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

/** What is left, not below zero. */
export function lessDown(a: bigint, b: bigint): bigint {
  return a > b ? a - b : 0n
}

/** The day on which something that ends at `time` runs off. Twin of `ExposureBook.dayUp`. */
export function dayUp(time: bigint): bigint {
  return (time + day - 1n) / day
}

/** A nominal debt in units, rounded up. Twin of `Capital.scaledUp`. */
export function scaledUp(nominal: bigint, scale: bigint): bigint {
  return scale === wad ? nominal : mulDivUp(nominal, scale, wad)
}
