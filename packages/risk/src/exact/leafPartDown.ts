import { mulDivDown } from './internal/mulDiv.ts'

/** A sponsor's whole claim, and a leaf of all that it is shared by. */
export type LeafPartParameters = {
  /** Units. */
  readonly whole: bigint
  /** Loss of the leaf, 1e-18 units of account. */
  readonly loss: bigint
  /** Sum of all leaves, same. */
  readonly lossSum: bigint
}

/**
 * A leaf's part of a sponsor's whole claim, rounded down; all parts together are never more than it.
 *
 * Twin of `LeafLoss.partDown`; docs/mechanism.md, Lists of losses.
 *
 * @returns units of the pool's asset.
 * @throws {ArithmeticError} if a number does not fit 256 bits, or the sum is zero.
 * @example
 * leafPartDown({ whole: 1_000n, loss: 1n, lossSum: 3n }) // 333n
 */
export function leafPartDown({ whole, loss, lossSum }: LeafPartParameters): bigint {
  return mulDivDown(whole, loss, lossSum)
}
