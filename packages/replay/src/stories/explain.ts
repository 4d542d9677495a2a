import type { SoldCover } from './types.ts'

/**
 * Why a cover was not paid, in a few words: it was not in force at any loss, or there was none for it.
 *
 * @param losses when what was paid happened on its listing, unix seconds.
 */
export function explain({ event, boughtAt, since, until, paid }: SoldCover, losses: readonly number[]): string {
  if (paid > 0n) return ''
  if (event || losses.length === 0) return 'no such loss'
  if (losses.some((at) => at >= boughtAt && at < since)) return 'its waiting was not over'
  if (losses.some((at) => at >= until)) return 'it had ended'
  if (losses.every((at) => at < boughtAt)) return 'it was bought after the loss'
  return 'no such loss'
}
