import { type Anvil, type Round, startAnvil, submitRound } from '@bulwark/testkit'
import { SeriesTooLateError } from '../errors.ts'
import type { StoryResult } from '../types.ts'
import type { StoryEvent } from './events.ts'
import { computeExpected, type Expected } from './expected.ts'
import { actions, feedListings, launch } from './plan.ts'
import { Story } from './Story.ts'
import { createWorld, deployUsdcFeed, type World } from './world.ts'

/** The parameters of {@link runUsdc2023}. */
export type RunParameters = {
  rounds: readonly Round[]
  /** The port of the chain. @default a free one */
  port?: number
  /** Leaves the chain running; `stop` it yourself. */
  keep?: boolean
  /** Seconds by which the story is moved against March 2023. @default 0 */
  shift?: number
  /** Runs once the chain answers, before anything is deployed. */
  prepare?: () => Promise<void>
  onEvent?: (event: StoryEvent) => void
}

/** What a run leaves behind. The chain answers only if it was to be kept. */
export type RunReturnType = { result: StoryResult; expected: Expected; anvil: Anvil; world: World }

/**
 * Plays the weekend of March 2023 on a fresh chain, with the feed's real rounds, and compares what was paid with what
 * should have been.
 *
 * @throws {SeriesTooLateError} if there is no round from before the story.
 * @throws {AnvilNotFoundError} if there is no anvil to run.
 * @throws {AnvilPortTakenError} if something listens on `port`.
 * @throws {ArtifactNotFoundError} if the contracts have not been compiled.
 * @example
 * const { result } = await runUsdc2023({ rounds: await readRounds(usdcRoundsFile) })
 */
export async function runUsdc2023(parameters: RunParameters): Promise<RunReturnType> {
  const { rounds, port, keep = false, shift = 0, prepare, onEvent = () => undefined } = parameters
  const start = launch + shift
  const first = rounds[0] as Round
  const history = rounds.filter(({ updatedAt }) => updatedAt < start)
  if (history.length === 0) throw new SeriesTooLateError({ begins: first.updatedAt, needed: start })
  const timestamp = first.updatedAt - 600
  const anvil = await startAnvil({ timestamp, ...(port === undefined ? {} : { port }), keepAlive: keep })
  try {
    await prepare?.()
    const feed = await deployUsdcFeed(anvil.chain)
    for (const { answer, updatedAt } of history) await submitRound(feed, { answer, updatedAt })
    await anvil.chain.test.setNextBlockTimestamp({ timestamp: BigInt(start) })
    const world = await createWorld(anvil.chain, feed, shift)
    onEvent({ kind: 'world', world, rounds })

    const story = new Story({ world, offset: first.round - 1, shift, onEvent })
    for (const round of history) story.recall(round)
    const events = [
      ...rounds.slice(history.length).map((round) => ({ at: round.updatedAt, rank: 0, play: () => story.hear(round) })),
      ...silences(rounds).map((at) => ({ at, rank: 0, play: () => story.silence(at) })),
      ...actions.map((action) => ({ at: action.at + shift, rank: 1, play: () => story.act(action) })),
    ]
    for (const { play } of events.sort((a, b) => a.at - b.at || a.rank - b.rank)) await play()

    const expected = computeExpected(rounds, shift)
    const result = story.result(expected)
    if (!keep) await anvil.stop()
    return { result, expected, anvil, world }
  } catch (error) {
    await anvil.stop()
    throw error
  }
}

/** After the last round the keeper looks once more, when the feed's silence has become too long. */
function silences(rounds: readonly Round[]): number[] {
  const last = (rounds.at(-1) as Round).updatedAt
  return [...new Set(feedListings.map(({ heartbeat }) => last + Number(heartbeat) + 3601))]
}
