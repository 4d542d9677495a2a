import type { WorldDepeg } from '../world/Template.ts'
import type { Round } from './readHistory.ts'

const wad = 10n ** 18n
/** Seconds by which a round may be later than the heartbeat. */
const slack = 3_600n

/** A fall that has to be paid. */
export type Fall = {
  /** Of its first round, Unix seconds: the time of loss. */
  readonly lossTime: bigint
  /** Of the round that completes it, Unix seconds: from then on anybody can prove it. */
  readonly shownAt: bigint
  /** WAD. */
  readonly ratio: bigint
}

/**
 * Finds what a listing has to pay in the rounds of its feed: worked out from the rules, without a contract and without
 * the keeper's code. A fall begins below the strike, after a round at or past recovery, and is paid once it has lasted;
 * a round past recovery, or a feed that is silent for longer than heartbeat and slack, ends it.
 *
 * @example
 * const [fall] = findFalls(rounds, depeg)
 */
export function findFalls(
  rounds: readonly Round[],
  { strike, recovery, par, persistence, heartbeat }: WorldDepeg,
): Fall[] {
  const falls: Fall[] = []
  let since: number | undefined
  let mayBegin = true
  for (const [at, round] of rounds.entries()) {
    const before = rounds[at - 1]
    const first = since === undefined ? undefined : rounds[since]
    const isSilent = before !== undefined && round.time - before.time > heartbeat + slack
    if (isSilent) [since, mayBegin] = [undefined, true]
    else if (first && round.time >= first.time + persistence) {
      falls.push({
        lossTime: first.time,
        shownAt: round.time,
        ratio: ratioOf(rounds.slice(since, at), first.time + persistence),
      })
      ;[since, mayBegin] = [undefined, false]
    }
    if (round.answer >= recovery) [since, mayBegin] = [undefined, true]
    else if (since === undefined && mayBegin && round.answer < strike) since = at
  }
  return falls

  /** One less the mean price by time, rounded down. */
  function ratioOf(span: readonly Round[], end: bigint): bigint {
    let area = 0n
    for (const [at, { answer, time }] of span.entries()) area += answer * ((span[at + 1]?.time ?? end) - time)
    const whole = par * persistence
    return area >= whole ? 0n : ((whole - area) * wad) / whole
  }
}
