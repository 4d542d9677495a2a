import { type Chain, type Round, submitRound } from '@bulwark/testkit'
import { SeriesTooLateError } from '../errors.ts'
import type { StoryEvent } from './events.ts'
import { type Action, actions, feedListings, launch } from './plan.ts'
import { Story } from './Story.ts'
import { createWorld, deployUsdcFeed, type World } from './world.ts'

/** Something of the story that is to happen: when, what, and how to make it happen. */
export type Moment = { at: number; play: () => Promise<void> } & (
  | { what: 'round'; round: Round }
  | { what: 'silence' }
  | { what: 'action'; action: Action }
)

/** The parameters of {@link stageUsdc2023}. */
export type StageParameters = {
  chain: Chain
  rounds: readonly Round[]
  /** Seconds by which the story is moved against March 2023. */
  shift: number
  /** Does the story arm and prove by itself? @default true */
  keeps?: boolean
  onEvent?: (event: StoryEvent) => void
}

/** The story on a chain, set up, with nothing of it played. */
export type StageReturnType = { world: World; story: Story; moments: Moment[] }

/**
 * When the chain of a story has to begin: before the first round of its series.
 *
 * @throws {SeriesTooLateError} if there is no round from before the story.
 */
export function beginOf(rounds: readonly Round[], shift: number): number {
  const first = rounds[0] as Round
  if (first.updatedAt >= launch + shift) {
    throw new SeriesTooLateError({ begins: first.updatedAt, needed: launch + shift })
  }
  return first.updatedAt - 600
}

/**
 * Sets the weekend of March 2023 up on a chain that began at {@link beginOf}: the feed with its history, Bulwark, three
 * pools. What then happens is returned in order, to be played at any pace.
 *
 * @throws {ArtifactNotFoundError} if the contracts have not been compiled.
 * @example
 * const { moments } = await stageUsdc2023({ chain, rounds, shift: 0 })
 * for (const { play } of moments) await play()
 */
export async function stageUsdc2023(parameters: StageParameters): Promise<StageReturnType> {
  const { chain, rounds, shift, keeps = true, onEvent = () => undefined } = parameters
  const start = launch + shift
  const first = rounds[0] as Round
  const history = rounds.filter(({ updatedAt }) => updatedAt < start)
  const feed = await deployUsdcFeed(chain)
  for (const { answer, updatedAt } of history) await submitRound(feed, { answer, updatedAt })
  await chain.test.setNextBlockTimestamp({ timestamp: BigInt(start) })
  const world = await createWorld(chain, feed, shift)
  onEvent({ kind: 'world', world, rounds })

  const story = new Story({ world, offset: first.round - 1, shift, keeps, onEvent })
  for (const round of history) story.recall(round)
  const moments: (Moment & { rank: number })[] = [
    ...rounds.slice(history.length).map((round): Moment & { rank: number } => {
      return { at: round.updatedAt, rank: 0, what: 'round', round, play: () => story.hear(round) }
    }),
    ...silences(rounds).map((at): Moment & { rank: number } => {
      return { at, rank: 0, what: 'silence', play: () => story.silence(at) }
    }),
    ...actions.map((action): Moment & { rank: number } => {
      return { at: action.at + shift, rank: 1, what: 'action', action, play: () => story.act(action) }
    }),
  ]
  return { world, story, moments: moments.sort((a, b) => a.at - b.at || a.rank - b.rank) }
}

/** After the last round the keeper looks once more, when the feed's silence has become too long. */
function silences(rounds: readonly Round[]): number[] {
  const last = (rounds.at(-1) as Round).updatedAt
  return [...new Set(feedListings.map(({ heartbeat }) => last + Number(heartbeat) + 3601))]
}
