import type { KeeperMove } from '../FeedKeeper.ts'
import type { Outcome, PoolFigures } from './events.ts'
import { money, percent, price } from './format.ts'
import { type Action, feedListings } from './plan.ts'

/** Error names that a refusal ends with, as a newcomer would say them. */
const refusals: Readonly<Record<string, string>> = {
  AdjudicatorRefuses: 'price too low or old',
  CapacityExceeded: 'SCR above own funds',
  IncidentOpen: 'an incident is open',
}

/** What somebody did and what came of it, in one sentence. */
export function describeAction(action: Action, { amount = 0n, refusal }: Outcome): string {
  switch (action.do) {
    case 'deposit':
      return `${action.who} deposits ${money(action.pool, action.amount, 0)}`
    case 'buy':
    case 'tryToBuy': {
      const cover = `${money(action.pool, action.amount).replace(/\.?0+ /, ' ')} of cover on ${action.listing}`
      if (refusal !== undefined) return `${action.who} wants ${cover}: refused, ${refusals[refusal] ?? refusal}`
      return `${action.who} buys ${cover}, ${action.days} days, for ${money(action.pool, amount)}`
    }
    case 'askToLeave':
      return `${action.who} asks to leave with ${money(action.pool, amount)}`
    case 'serveExits':
      return amount === 0n ? 'no exit can be served' : `exits are served: ${money(action.pool, amount)} set aside`
    case 'takeOut':
      return `${action.who} takes out ${money(action.pool, amount)}`
    case 'totalLoss':
      return `the ${action.listing} project is a total loss, rules the test adjudicator`
    case 'settle':
      return `${action.listing} is settled`
    case 'close':
      return refusal
        ? `${action.listing} is still being settled`
        : `${action.listing}: the time to settle is over, what is left streams back`
    case 'release':
      return `cover on ${action.listing} has run off: its capital is free`
  }
}

/** What was paid to holders. */
export function describePayout({ pool, settled }: PoolFigures): string {
  if (!settled) return 'nothing to pay'
  const { paid, covers, funding } = settled
  return `pays ${money(pool, paid)} on ${covers} ${covers === 1 ? 'cover' : 'covers'}, funded ${percent(funding, 2)}`
}

/** What the keeper did, and why the contract let it. */
export function describeMove({ did, listing, round, ratio = 0n }: KeeperMove): string {
  const planned = feedListings.find(({ name }) => name === listing)
  const hours = `${(planned?.persistence ?? 0n) / 3600n} hours`
  if (did === 'armed') {
    return `round ${round?.round} is the first below ${level(planned?.strike)} since the last recovery: the keeper opens an incident on ${listing}, its sales stop`
  }
  if (did === 'proved') {
    return `round ${round?.round} closes ${hours} without recovery: ${listing} is ruled, loss ratio ${percent(ratio, 6)}`
  }
  if (round && round.answer >= (planned?.recovery ?? 0n)) {
    return `round ${round.round} was at ${price(round.answer)}, recovered within ${hours}: ${listing} is dismissed, nothing is owed`
  }
  const silence = round ? `before round ${round.round}` : 'and still is'
  return `the feed was silent for more than 25 hours ${silence}: ${listing} is dismissed, nothing is owed`
}

const level = (answer: bigint | undefined): string => (Number(answer ?? 0n) / 1e8).toFixed(2)
