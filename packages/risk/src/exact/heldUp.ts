import { wad } from './constants.ts'
import { mulDivUp } from './internal/mulDiv.ts'
import { uint } from './internal/uint.ts'

/** Granted reserves of equal level, as `Funding.Cohort` holds them. */
export type Cohort = {
  /** ΣR, units, incl. what was claimed and paid short, uint96. */
  reserve: bigint
  /** Level of funding, WAD, uint64. */
  level: bigint
  /** Number of the cohort, uint32; grants hold the number that they entered with. */
  id: bigint
  /** What was paid on claims that are still counted in `reserve`, units, uint96. */
  paid: bigint
}

/**
 * What a cohort holds: ⌈level × reserve⌉ − paid, not below zero.
 *
 * Twin of `Funding.heldUp`.
 *
 * @returns units, rounded up.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @example
 * heldUp({ reserve: 3n, level: 500_000_000_000_000_000n, id: 1n, paid: 1n }) // 1n
 */
export function heldUp({ reserve, level, paid }: Cohort): bigint {
  const due = mulDivUp(uint(reserve, 96, 'reserve'), uint(level, 64, 'level'), wad)
  return due > paid ? due - paid : 0n
}
