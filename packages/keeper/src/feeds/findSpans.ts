import { isLoss, type PriceFeedTriggerParameters, withLevels } from '@bulwark/risk/exact'

/** A span of a feed beyond the strike: by which rounds it is armed, and how it stands. */
export type FeedSpan = {
  /** The recovery before it, or what counts as one. */
  readonly recovered: bigint
  readonly firstRound: bigint
  /** Unix seconds of its first round: the time of loss. */
  readonly firstTime: bigint
  /** Rounds from the recovery to the first one: what `arm` walks through. */
  readonly walk: number
  /** Rounds after the first one, up to the closing one or the newest. */
  readonly rounds: readonly bigint[]
  readonly end:
    | { readonly kind: 'open' }
    | { readonly kind: 'complete'; readonly closingRound: bigint }
    /** `round` shows it; `isFinal` once a later one is out. */
    | { readonly kind: 'ended'; readonly round: bigint; readonly isFinal: boolean }
}

/** The parameters of {@link findSpans}: what the trigger watches, with the rounds that are known. */
export type FindSpansParameters = PriceFeedTriggerParameters & {
  /** Unix seconds. */
  now: bigint
  /** Does the first round that is known begin its phase? */
  fromStart: boolean
}

/** Seconds by which a round may be later than the heartbeat. */
const slack = 3_600n

/**
 * Finds the spans of a feed, those that are open or ended too early too: what a keeper arms, proves or recovers. The
 * sequencer's outages are left to the contract, which knows them.
 *
 * @returns the spans, oldest first.
 * @example
 * const [span] = findSpans({ ...config, rounds, now, fromStart: false })
 */
export function findSpans(parameters: FindSpansParameters): FeedSpan[] {
  const { strike, recovery, persistence, heartbeat, now, fromStart } = parameters
  const rounds = withLevels(parameters)
  const spans: FeedSpan[] = []
  let recovered: { round: bigint; at: number } | undefined
  let open: { recovered: bigint; at: number; walk: number } | undefined

  const close = (at: number, end: FeedSpan['end']): void => {
    const first = open && rounds[open.at]
    if (!open || !first) return
    const inside = rounds.slice(open.at + 1, at + 1).map(({ round }) => round)
    spans.push({
      ...{ recovered: open.recovered, firstRound: first.round, firstTime: first.time },
      ...{ walk: open.walk, rounds: inside, end },
    })
    open = undefined
  }

  rounds.forEach((round, at) => {
    const before = rounds[at - 1]
    const isFinal = at < rounds.length - 1
    const isInterrupted =
      before !== undefined &&
      (round.time < before.time ||
        round.time - before.time > heartbeat + slack ||
        (round.phase ?? 1n) !== (before.phase ?? 1n))
    const first = open && rounds[open.at]
    if (first && isInterrupted) close(at, { kind: 'ended', round: round.round, isFinal: true })
    else if (first && before?.level !== undefined && round.time >= first.time + persistence) {
      close(at, { kind: 'complete', closingRound: round.round })
      recovered = undefined
    }
    if (round.level === undefined) {
      close(at, { kind: 'ended', round: round.round, isFinal: true })
      recovered = undefined
      return
    }
    if (!isLoss(parameters, round.level, recovery)) {
      close(at, { kind: 'ended', round: round.round, isFinal })
      recovered = { round: round.round, at }
      return
    }
    if (isInterrupted || (before === undefined && fromStart)) recovered = { round: round.round, at }
    if (!open && recovered && isLoss(parameters, round.level, strike)) {
      open = { recovered: recovered.round, at, walk: at - recovered.at }
    }
  })

  const newest = rounds.at(-1)
  if (open && newest && now > newest.time + heartbeat + slack) {
    // Silence: the next round, which is missing, will come too late.
    close(rounds.length - 1, { kind: 'ended', round: newest.round + 1n, isFinal: true })
  }
  close(rounds.length - 1, { kind: 'open' })
  return spans
}
