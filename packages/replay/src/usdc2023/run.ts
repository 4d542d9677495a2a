import { type Anvil, type Round, startAnvil } from '@bulwark/testkit'
import type { StoryResult } from '../types.ts'
import type { StoryEvent } from './events.ts'
import { computeExpected, type Expected } from './expected.ts'
import { beginOf, stageUsdc2023 } from './stage.ts'
import type { World } from './world.ts'

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
  /** Where the chain is kept between runs. @default nowhere */
  stateFile?: string
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
  const { rounds, port, keep = false, shift = 0, stateFile, prepare, onEvent = () => undefined } = parameters
  const anvil = await startAnvil({
    ...{ timestamp: beginOf(rounds, shift), keepAlive: keep },
    ...(port === undefined ? {} : { port }),
    ...(stateFile === undefined ? {} : { stateFile }),
  })
  try {
    await prepare?.()
    const { world, story, moments } = await stageUsdc2023({ chain: anvil.chain, rounds, shift, onEvent })
    for (const { play } of moments) await play()

    const expected = computeExpected(rounds, shift)
    const result = story.result(expected)
    if (!keep) await anvil.stop()
    return { result, expected, anvil, world }
  } catch (error) {
    await anvil.stop()
    throw error
  }
}
