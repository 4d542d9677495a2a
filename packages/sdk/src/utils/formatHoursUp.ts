/**
 * Writes a duration in hours, as times to payment are stated: rounded up to a tenth of an hour.
 *
 * @param seconds the duration.
 * @returns the hours: `108 h`, `2.5 h`.
 * @example
 * const { total } = await worstCaseTime(client, { listings, listing: 1n })
 * console.log(`Paid within ${formatHoursUp(total)}.`)
 */
export function formatHoursUp(seconds: bigint): string {
  const tenths = (seconds + 359n) / 360n
  return `${tenths / 10n}${tenths % 10n === 0n ? '' : `.${tenths % 10n}`} h`
}
