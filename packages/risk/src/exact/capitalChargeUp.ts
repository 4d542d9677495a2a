import { wad, year } from './constants.ts'
import { mulDivUp } from './internal/mulDiv.ts'
import { checked } from './internal/uint.ts'
import { potentialDown } from './potentialDown.ts'

/** A rise of the requirement, and for how long it ties up capital. */
export type CapitalChargeParameters = {
  /** Level of k, WAD per year. */
  level: bigint
  /** Backing of the price, grains. */
  b: bigint
  /** Requirement before, grains. */
  scr0: bigint
  /** Requirement after, grains. */
  scr1: bigint
  /** Capital time, seconds. */
  time: bigint
  /** Units to a grain. */
  grain: bigint
}

/**
 * ⌈level·t·(V(scr1) − V(scr0))⌉: what the additional requirement costs; zero if there is none.
 *
 * Twin of `Pricing.capitalChargeUp`; design §3.3.
 *
 * @returns units, rounded up once.
 * @throws {ArithmeticError} if 256 bits do not hold an intermediate result.
 * @example
 * capitalChargeUp({ level: 10n ** 17n, b: 0n, scr0: 0n, scr1: 10n, time: 31_536_000n, grain: 1n }) // 4n
 */
export function capitalChargeUp({ level, b, scr0, scr1, time, grain }: CapitalChargeParameters): bigint {
  if (scr1 <= scr0) return 0n
  const area = checked(potentialDown(scr1, b) - potentialDown(scr0, b))
  return mulDivUp(checked(level * time), checked(area * grain), wad * wad * year)
}
