import type { Round } from '@bulwark/testkit'
import { feedListings, launch, utc } from './plan.ts'

const day = 86_400

/**
 * By how many whole days the story is moved so that it fits a series: the first fall below the near strike comes on the
 * day on which it came in March 2023. A series of those weeks is not moved.
 *
 * @returns seconds, a multiple of a day.
 */
export function shiftOf(rounds: readonly Round[]): number {
  const [first, last] = [rounds[0], rounds.at(-1)] as [Round, Round]
  const weekend = utc('2023-03-11T00:00')
  if (first.updatedAt < launch && last.updatedAt > weekend && last.updatedAt < weekend + 30 * day) return 0
  const strike = feedListings[0]?.strike as bigint
  const fall = rounds.find(({ answer }) => answer < strike) ?? last
  return Math.floor(fall.updatedAt / day) * day - weekend
}
