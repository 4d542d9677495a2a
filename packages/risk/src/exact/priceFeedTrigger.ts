/** A round of a price feed, as the feed tells it. Prices are in the feed's decimals, times in Unix seconds. */
export type FeedRound = {
  /** Round id. */
  readonly round: bigint
  /** `updatedAt`. */
  readonly time: bigint
  readonly answer: bigint
  /** Round that the answer comes from; `round` if left out. A round that carries over an earlier answer says nothing. */
  readonly answeredInRound?: bigint
  /** Phase of the proxy; 1 if left out. Give the rounds of each phase only while it was the feed's. */
  readonly phase?: bigint
}

/** A step of a payout table: from a fall of `fall` on, `ratio` is paid. Both WAD. */
export type PayoutStep = { readonly fall: bigint; readonly ratio: bigint }

/** What a listing's trigger watches; the names are those of `IPriceFeedTrigger.Config`. */
export type PriceFeedTriggerParameters = {
  /** Rounds in the feed's order, none left out. */
  readonly rounds: readonly FeedRound[]
  /** A price below it begins a span. */
  readonly strike: bigint
  /** A price at or above it ends one. */
  readonly recovery: bigint
  /** Seconds that a span must last. */
  readonly persistence: bigint
  /** Longest time between two rounds as the feed promises it, seconds. */
  readonly heartbeat: bigint
  /** The price that counts as no loss. */
  readonly par: bigint
  /** Payout table, both columns rising; without one the ratio is the fall itself. */
  readonly table?: readonly PayoutStep[]
  /** Largest ratio of the listing, WAD; 1 if left out. */
  readonly maxRatio?: bigint
  /** Outages of the L2 sequencer, in order: down at `from`, up again at `until`. */
  readonly outages?: readonly { readonly from: bigint; readonly until: bigint }[]
  /** Seconds after an outage in which rounds do not count yet. */
  readonly sequencerGrace?: bigint
}

/** A span that the feed proves. */
export type PriceFeedRuling = {
  /** Id of the span's first round. */
  readonly firstRound: bigint
  /** Its time: the time of loss. */
  readonly lossTime: bigint
  /** Id of the round that closes the span: the first one at or after its end. */
  readonly closingRound: bigint
  /** Its time: the earliest moment of the ruling. */
  readonly ruledAt: bigint
  /** Fall of the mean price below par, WAD, rounded down. */
  readonly fall: bigint
  /** Loss ratio granted, WAD, before the deductible. */
  readonly ratio: bigint
}

/** Return type of {@link lossRatio}. */
export type LossRatioReturnType = PriceFeedRuling | null

const WAD = 10n ** 18n
/** Seconds by which a round may be later than the heartbeat. */
const SLACK = 3_600n

/**
 * Finds the first ruling that `PriceFeedTrigger` gives on a series of rounds, to the last digit.
 *
 * @returns the ruling, or null if no span of the series is complete.
 * @example
 * lossRatio({
 *   rounds: [
 *     { round: 1n, time: 0n, answer: 100_000_000n },
 *     { round: 2n, time: 3_600n, answer: 90_000_000n },
 *     { round: 3n, time: 46_800n, answer: 90_000_000n },
 *   ],
 *   strike: 95_000_000n,
 *   recovery: 98_000_000n,
 *   persistence: 43_200n,
 *   heartbeat: 86_400n,
 *   par: 100_000_000n,
 * })?.ratio // 100000000000000000n
 */
export function lossRatio(parameters: PriceFeedTriggerParameters): LossRatioReturnType {
  return priceFeedRulings(parameters)[0] ?? null
}

/**
 * Finds every ruling that `PriceFeedTrigger` gives on a series of rounds: one for each span until recovery, in order.
 *
 * @returns the rulings, oldest first.
 */
export function priceFeedRulings(parameters: PriceFeedTriggerParameters): PriceFeedRuling[] {
  const { strike, recovery, persistence, heartbeat } = parameters
  const rulings: PriceFeedRuling[] = []
  let span: { first: FeedRound; integral: bigint } | undefined
  let waiting = false // ruled, not recovered yet
  let previous: FeedRound | undefined

  for (const round of parameters.rounds) {
    if (round.answer <= 0n || (round.answeredInRound ?? round.round) < round.round) continue

    const end = span && span.first.time + persistence
    const gap = previous && round.time - previous.time
    // A feed whose time runs backwards proves nothing across that round.
    const interrupted =
      gap === undefined || gap < 0n || gap > heartbeat + SLACK || (previous?.phase ?? 1n) !== (round.phase ?? 1n)
    if (interrupted) span = undefined
    else if (span && end !== undefined && previous) {
      span.integral += previous.answer * (min(round.time, end) - previous.time)
      if (!wasUp(parameters, span.first.time, min(round.time, end))) span = undefined
      else if (round.time >= end) {
        rulings.push(rule(parameters, span.first, round, span.integral))
        waiting = true
        span = undefined
      }
    }
    const recovered = round.answer >= recovery
    if (interrupted || recovered || (previous && !wasUp(parameters, previous.time, round.time))) waiting = false
    if (recovered) span = undefined
    else if (!span && !waiting && round.answer < strike && wasUp(parameters, round.time, round.time)) {
      span = { first: round, integral: 0n }
    }
    previous = round
  }
  return rulings
}

/** The fall below par and what is paid for it, rounded down. */
function rule(p: PriceFeedTriggerParameters, first: FeedRound, closing: FeedRound, integral: bigint): PriceFeedRuling {
  const whole = p.par * p.persistence
  const fall = integral < whole ? ((whole - integral) * WAD) / whole : 0n
  const paid = p.table?.length ? (p.table.findLast((step) => step.fall <= fall)?.ratio ?? 0n) : fall
  return {
    firstRound: first.round,
    lossTime: first.time,
    closingRound: closing.round,
    ruledAt: closing.time,
    fall,
    ratio: min(paid, p.maxRatio ?? WAD),
  }
}

/** Was the sequencer up in all of [from, to], and for its grace before? */
function wasUp({ outages = [], sequencerGrace = 0n }: PriceFeedTriggerParameters, from: bigint, to: bigint): boolean {
  return outages.every((outage) => outage.from > to || outage.until + sequencerGrace <= from)
}

const min = (a: bigint, b: bigint) => (a < b ? a : b)
