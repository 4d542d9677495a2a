import { wad } from './constants.ts'
import { divUp, mulDivUp } from './internal/mulDiv.ts'
import { checked } from './internal/uint.ts'

/** Some of a lot of salvage, and how long its auction has run. */
export type LotPriceParameters = {
  /** Whole units of the pool's asset per whole token before the loss, WAD. */
  readonly value: bigint
  /** Smallest units of the token. */
  readonly amount: bigint
  /** Smallest units per whole token. */
  readonly unit: bigint
  /** Units per whole asset. */
  readonly assetUnit: bigint
  /** Seconds since the auction started. */
  readonly elapsed: bigint
}

const halfLife = 43_200n
const start = (12n * wad) / 10n
const maxHalvings = 128n

/**
 * What some of a lot costs: 1.2 × value × amount, halved every 12 hours, straight in between, rounded up.
 *
 * Twin of `LotPrice.priceUp`; docs/mechanism.md, Salvage and recoveries.
 *
 * @returns units of the pool's asset, at least one.
 * @throws {ArithmeticError} if a number does not fit 256 bits, or a unit is zero.
 * @example
 * lotPriceUp({
 *   ...{ value: 2n * 10n ** 18n, amount: 100n * 10n ** 18n, unit: 10n ** 18n, assetUnit: 1_000_000n },
 *   elapsed: 43_200n,
 * }) // 120000000n
 */
export function lotPriceUp({ value, amount, unit, assetUnit, elapsed }: LotPriceParameters): bigint {
  const halvings = elapsed / halfLife < maxHalvings ? elapsed / halfLife : maxHalvings
  const factor = start - (start * (elapsed % halfLife)) / (2n * halfLife)
  const whole = mulDivUp(amount, mulDivUp(checked(value * assetUnit), factor, wad), checked(unit * wad))
  const price = divUp(whole, 1n << halvings)
  return price > 1n ? price : 1n
}
