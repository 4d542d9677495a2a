import { accrueStream, day, exitValueDown, unearnedUnitsUp, unvestedUp } from '@bulwark/risk/exact'
import type { PoolFacts } from '../facts/types.ts'
import type { StatedDay, StatedLiquidity } from '../types.ts'
import { sumOf } from './arithmetic.ts'
import type { Capital } from './recomputeCapital.ts'

/** Days that are stated one by one, that of the block included. */
const horizon = 90n

/**
 * What falls due, day by day (UTC): cover that runs off, premium and gains that stream in, exits that may be served.
 * Exits and premium that are due by the block itself count on its day; what should have run off by then stands apart.
 *
 * @example
 * const { days } = stateLiquidity(facts, capital)
 */
export function stateLiquidity(facts: PoolFacts, capital: Capital): StatedLiquidity {
  const { books, identity, supply } = facts
  const { grain, cooldown, virtualShares, block } = identity
  const today = block.timestamp / day
  const last = today + horizon - 1n
  const runOff = books.risks.flatMap((risk) => risk.runOff)
  const exits = books.requests.map((request) => {
    const { shares } = request
    const [high, low] = [capital.high, capital.low].map((funds) =>
      exitValueDown({ shares, funds, supply, virtualShares }),
    ) as [bigint, bigint]
    const least = [high, low, request.value].reduce((a, b) => (a < b ? a : b))
    const readyAt = request.askedAt + cooldown
    return { ...request, readyAt, valueNow: least, due: readyAt / day > today ? readyAt / day : today }
  })

  let stream = accrueStream(books.stream, block.timestamp)
  let premiumLeft = capital.unearned
  let gainsLeft = capital.unvested
  const days: StatedDay[] = []
  for (let at = today; at <= last; at++) {
    stream = accrueStream(stream, (at + 1n) * day)
    const [unearned, unvested] = [unearnedUnitsUp(stream.unearned, grain), unvestedUp(books.gains, (at + 1n) * day)]
    days.push({
      date: new Date(Number(at * day) * 1000).toISOString().slice(0, 10),
      runOff: (at === today ? 0n : sumOf(runOff, (part) => (part.day === at ? part.amount * grain : 0n))).toString(),
      premium: (premiumLeft - unearned).toString(),
      exits: sumOf(exits, (exit) => (exit.due === at ? exit.valueNow : 0n)).toString(),
      gains: (gainsLeft - unvested).toString(),
    })
    premiumLeft = unearned
    gainsLeft = unvested
  }
  return {
    days,
    later: {
      runOff: sumOf(runOff, (part) => (part.day > last ? part.amount * grain : 0n)).toString(),
      premium: premiumLeft.toString(),
      exits: sumOf(exits, (exit) => (exit.due > last ? exit.valueNow : 0n)).toString(),
      gains: gainsLeft.toString(),
    },
    notReleased: sumOf(runOff, (part) => (part.day <= today ? part.amount * grain : 0n)).toString(),
    exits: exits.map(({ id, controller, shares, value, valueNow, askedAt, readyAt }) => ({
      ...{ request: id.toString(), controller, shares: shares.toString(), valueWhenAsked: value.toString() },
      ...{ valueNow: valueNow.toString(), askedAt: askedAt.toString(), readyAt: readyAt.toString() },
    })),
  }
}
