import type { Round } from '@bulwark/testkit'
import type { Episode, FeedListing } from './types.ts'

const wad = 10n ** 18n

/**
 * Reads off a series what a persistence trigger has to rule: from the rules alone, round by round.
 *
 * A span begins at the first round below the strike since the last one at or past recovery. It is granted by the first
 * round at or after its start plus the persistence time, with one less the time-weighted mean price as the loss ratio,
 * rounded down. A silence longer than the heartbeat and an hour counts as a recovery, and so does the one after the last
 * round. One ruling until recovery.
 *
 * @returns the episodes in order.
 * @example
 * const [episode] = findEpisodes(rounds, near)
 */
export function findEpisodes(rounds: readonly Round[], listing: FeedListing): Episode[] {
  const { strike, recovery } = listing
  const episodes: Episode[] = []
  let span: Round[] = []
  let waiting = false // ruled, and not recovered since

  for (const [index, round] of rounds.entries()) {
    const [first] = span
    if (first && BigInt(round.updatedAt - first.updatedAt) >= listing.persistence && !silent(rounds, index, listing)) {
      Object.assign(episodes.at(-1) as Episode, {
        last: round,
        shownAt: round.updatedAt,
        ratio: lossRatioDown([...span, round], listing),
      })
      span = []
      waiting = true
    }
    if (round.answer >= recovery || silent(rounds, index, listing)) {
      const shown = rounds[index + (round.answer >= recovery ? 1 : 0)]
      if (span.length > 0 && shown) Object.assign(episodes.at(-1) as Episode, { last: round, shownAt: shown.updatedAt })
      span = []
      waiting = false
      if (round.answer >= recovery) continue
    }
    if (waiting) continue
    if (span.length > 0) span.push(round)
    else if (round.answer < strike) {
      span = [round]
      episodes.push({ listing: listing.name, first: round, shownAt: round.updatedAt })
    }
  }
  const last = rounds.at(-1)
  if (span.length > 0 && last) {
    Object.assign(episodes.at(-1) as Episode, { shownAt: last.updatedAt + Number(listing.heartbeat) + 3601 })
  }
  return episodes
}

/** Was the feed silent for too long before this round? */
function silent(rounds: readonly Round[], index: number, { heartbeat }: FeedListing): boolean {
  const [previous, round] = [rounds[index - 1], rounds[index] as Round]
  return previous !== undefined && BigInt(round.updatedAt - previous.updatedAt) > heartbeat + 3600n
}

/** 1 − mean / reference over exactly the persistence time, rounded down, WAD. The last round only closes the span. */
function lossRatioDown(span: readonly Round[], { persistence, reference }: FeedListing): bigint {
  const end = BigInt((span[0] as Round).updatedAt) + persistence
  let area = 0n
  for (const [index, round] of span.slice(0, -1).entries()) {
    const next = BigInt((span[index + 1] as Round).updatedAt)
    area += round.answer * ((next < end ? next : end) - BigInt(round.updatedAt))
  }
  const whole = reference * persistence
  return area >= whole ? 0n : ((whole - area) * wad) / whole
}
