const day = 86_400n
const wadDay = 10n ** 18n * day
/** ln 2, rounded down, WAD. */
const ln2 = 693_147_180_559_945_309n
const maxRiseDays = 64n
const maxFallDays = 60n

/** The parameters of {@link rateStep}. */
export type RateStepParameters = {
  /** Rate of the last post, WAD. */
  rate: bigint
  /** Seconds since then. */
  elapsed: bigint
  /** Seconds in which a rate may double, and in which it may fall by a tenth. */
  riseTime: bigint
  fallTime: bigint
}

/**
 * The lowest and the highest rate that may follow: the twin of `RateStep` in `Listings`.
 *
 * @example
 * rateStep({ rate: 20n, elapsed: 86_400n, riseTime: 86_400n, fallTime: 86_400n }) // { lowest: 18n, highest: 40n }
 */
export function rateStep({ rate, elapsed, riseTime, fallTime }: RateStepParameters): {
  lowest: bigint
  highest: bigint
} {
  const risen = (elapsed * day) / riseTime
  const rise = risen > maxRiseDays * day ? maxRiseDays * day : risen
  const highest = ((rate << (rise / day)) * (wadDay + (rise % day) * ln2)) / wadDay
  const fallen = (elapsed * day) / fallTime
  const wholeDays = fallen / day
  if (wholeDays >= maxFallDays) return { lowest: 0n, highest }
  let lowest = rate
  for (let i = 0n; i < wholeDays; i++) lowest = (lowest * 9n + 9n) / 10n
  lowest = (lowest * (10n * day - (fallen % day)) + 10n * day - 1n) / (10n * day)
  return { lowest, highest }
}
