import { hour } from '../stories/time.ts'
import type { StoryReport } from '../stories/types.ts'
import type { StoryResult } from '../types.ts'
import type { StoryEvent } from './events.ts'
import type { Expected } from './expected.ts'

/** What the price feed of this story proves. */
export const usdc2023 = {
  name: 'usdc-2023',
  what: 'USDC loses its peg in March 2023: two depeg listings, three pools, the feed’s real rounds',
  risk: 'depeg of a stablecoin',
  decidedBy: 'PriceFeedTrigger: every round of the feed in twelve hours',
} as const

/**
 * The story of March 2023 in the form of all others. The time is that of the first payment on what the feed proved;
 * covers of projects that nobody asked about do not count as denied.
 *
 * @param worstCaseTime what the ruled listing promises, seconds.
 */
export function summarise(
  { covers }: StoryResult,
  { episodes }: Expected,
  events: readonly StoryEvent[],
  worstCaseTime: number,
): StoryReport {
  const ruled = episodes.find(({ ratio }) => ratio !== undefined)
  const actions = events.filter((event) => event.kind === 'action')
  const paidAt = actions.find(({ action }) => action.do === 'settle' && action.listing === ruled?.listing)?.at
  const hoursToMoney = ruled && paidAt !== undefined ? (paidAt - ruled.first.updatedAt) / hour : 0
  const refused = actions.filter(
    ({ action, outcome }) => outcome.refusal !== undefined && (action.do === 'buy' || action.do === 'tryToBuy'),
  )
  const concerned = new Set(episodes.map(({ listing }) => listing))
  const unpaid = covers.filter(({ listing, paid }) => concerned.has(listing) && paid === 0n)
  const { name, risk, decidedBy } = usdc2023
  return {
    ...{ name, risk, decidedBy, hoursToMoney, worstCaseHours: worstCaseTime / hour },
    covers: covers.map(({ id, pool, amount, expected, paid }) => ({ cover: id, pool, amount, expected, paid })),
    denied: refused.length + unpaid.length,
    late: hoursToMoney * hour > worstCaseTime ? 1 : 0,
  }
}
