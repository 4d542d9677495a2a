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

/** A step of a payout table: from a move of `move` on, `ratio` is paid. Both WAD. */
export type PayoutStep = { readonly move: bigint; readonly ratio: bigint }

/** Which side of the strike is the loss. */
export type PriceFeedDirection = 'fall' | 'rise'

/** What a listing's trigger watches; the names are those of `IPriceFeedTrigger.Config`. */
export type PriceFeedTriggerParameters = {
  /** Rounds in the feed's order, none left out. */
  readonly rounds: readonly FeedRound[]
  /** `'fall'` if left out. */
  readonly direction?: PriceFeedDirection
  /**
   * Zero, or left out: strike, recovery and par are prices. Else they are ratios to the price so many seconds before, the
   * last one at or before it, WAD.
   */
  readonly lookback?: bigint
  /** A level beyond it begins a span. */
  readonly strike: bigint
  /** A level at or past it, seen from the strike, ends one. */
  readonly recovery: bigint
  /** Seconds that a span must last. */
  readonly persistence: bigint
  /** Longest time between two rounds as the feed promises it, seconds. */
  readonly heartbeat: bigint
  /** The level that counts as no loss. */
  readonly par: bigint
  /** Payout table, both columns rising; without one the ratio is the move itself. */
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
  /** Move of the mean level away from par, WAD, rounded down. */
  readonly move: bigint
  /** Loss ratio granted, WAD, before the deductible. */
  readonly ratio: bigint
}

/** Return type of {@link lossRatio}. */
export type LossRatioReturnType = PriceFeedRuling | null

const WAD = 10n ** 18n
/** Seconds by which a round may be later than the heartbeat. */
const SLACK = 3_600n
/** No level counts for more. */
const MAX_LEVEL = (1n << 80n) - 1n

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
 * With a lookback, spans that begin sooner than that after one that is ruled are not.
 *
 * @returns the rulings, oldest first, each proven as soon as it could be.
 */
export function priceFeedRulings(parameters: PriceFeedTriggerParameters): PriceFeedRuling[] {
  const rulings: PriceFeedRuling[] = []
  for (const span of completeSpans(parameters)) {
    const last = rulings.at(-1)
    if (!last || span.lossTime >= last.lossTime + (parameters.lookback ?? 0n)) rulings.push(span)
  }
  return rulings
}

/**
 * Finds every span that `PriceFeedTrigger` would rule on if none had been ruled before.
 *
 * @returns what would be ruled on them, oldest first.
 */
export function completeSpans(parameters: PriceFeedTriggerParameters): PriceFeedRuling[] {
  const { strike, recovery, persistence, heartbeat } = parameters
  const isBeyond = (level: bigint, bound: bigint) => isLoss(parameters, level, bound)
  const spans: PriceFeedRuling[] = []
  let span: { first: FeedRound; integral: bigint } | undefined
  let waiting = false // until recovery
  let previous: (FeedRound & { level?: bigint }) | undefined

  for (const round of withLevels(parameters)) {
    const end = span && span.first.time + persistence
    const gap = previous && round.time - previous.time
    // A feed whose time runs backwards proves nothing across that round.
    const interrupted =
      gap === undefined || gap < 0n || gap > heartbeat + SLACK || (previous?.phase ?? 1n) !== (round.phase ?? 1n)
    if (interrupted) span = undefined
    else if (span && end !== undefined && previous?.level !== undefined) {
      span.integral += previous.level * (min(round.time, end) - previous.time)
      if (!wasUp(parameters, span.first.time, min(round.time, end))) span = undefined
      else if (round.time >= end) {
        spans.push(rule(parameters, span.first, round, span.integral))
        waiting = true
        span = undefined
      }
    }
    const recovered = round.level !== undefined && !isBeyond(round.level, recovery)
    if (interrupted || recovered || (previous && !wasUp(parameters, previous.time, round.time))) waiting = false
    if (recovered) span = undefined
    else if (round.level === undefined) {
      // Nothing tells what the price has done: only a recovery that can be seen counts after it.
      waiting = true
      span = undefined
    } else if (!span && !waiting && isBeyond(round.level, strike) && wasUp(parameters, round.time, round.time)) {
      span = { first: round, integral: 0n }
    }
    previous = round
  }
  return spans
}

/** Is a level on the side of the loss, seen from a bound? */
export function isLoss(
  { direction }: Pick<PriceFeedTriggerParameters, 'direction'>,
  level: bigint,
  bound: bigint,
): boolean {
  return direction === 'rise' ? level > bound : level < bound
}

/**
 * The rounds that state a price, with their levels: the price, or its ratio to its base, rounded away from the loss; none
 * if there is no base.
 */
export function withLevels(p: PriceFeedTriggerParameters): (FeedRound & { level?: bigint })[] {
  const priced = p.rounds.filter(
    ({ round, answer, answeredInRound = round }) => answer > 0n && answeredInRound >= round,
  )
  let next = 0
  return priced.map((round) => {
    if (!p.lookback) return { ...round, level: min(round.answer, MAX_LEVEL) }
    const time = round.time - p.lookback
    for (let later = priced[next]; later && later.time <= time; later = priced[next]) next += 1
    const base = priced[next - 1]
    const isBase =
      base && (base.phase ?? 1n) === (round.phase ?? 1n) && base.time >= time - p.heartbeat - SLACK && base.time <= time
    if (!isBase) return round
    const product = round.answer * WAD
    const ratio = (p.direction === 'rise' ? product : product + base.answer - 1n) / base.answer
    return { ...round, level: min(ratio, MAX_LEVEL) }
  })
}

/** The move away from par and what is paid for it, rounded down. */
function rule(p: PriceFeedTriggerParameters, first: FeedRound, closing: FeedRound, integral: bigint): PriceFeedRuling {
  const whole = p.par * p.persistence
  const away = integral > whole ? integral - whole : whole - integral
  const move = isLoss(p, integral, whole) ? (away * WAD) / whole : 0n
  const paid = p.table?.length ? (p.table.findLast((step) => step.move <= move)?.ratio ?? 0n) : move
  return {
    firstRound: first.round,
    lossTime: first.time,
    closingRound: closing.round,
    ruledAt: closing.time,
    move,
    ratio: min(paid, p.maxRatio ?? WAD),
  }
}

/** Was the sequencer up in all of [from, to], and for its grace before? */
function wasUp({ outages = [], sequencerGrace = 0n }: PriceFeedTriggerParameters, from: bigint, to: bigint): boolean {
  return outages.every((outage) => outage.from > to || outage.until + sequencerGrace <= from)
}

const min = (a: bigint, b: bigint) => (a < b ? a : b)
