import { type Bulwark, readRounds, usdcRoundsFile } from '@bulwark/testkit'
import { UsageError } from './errors.ts'
import { playStory } from './stories/playStory.ts'
import { stories } from './stories/stories.ts'
import { runUsdc2023 } from './usdc2023/run.ts'
import { usdc2023 } from './usdc2023/summarise.ts'

/** The names of everything that can be played. */
export const scenarios: readonly string[] = [usdc2023.name, ...stories.map(({ name }) => name)]

/**
 * Plays a story on a fresh chain and hands the chain over as it was left; it ends with `visit`.
 *
 * @throws {UsageError} if there is no such story.
 * @example
 * await withScenario('usdc-2023', async ({ chain }) => console.log(await chain.public.getBlockNumber()))
 */
export async function withScenario(name: string, visit: (bulwark: Bulwark) => Promise<void>): Promise<void> {
  const story = stories.find((story) => story.name === name)
  if (story) {
    await playStory(story, { after: visit })
    return
  }
  if (name !== usdc2023.name) throw new UsageError(`There is no story called ${name}, only ${scenarios.join(', ')}.`)
  const { anvil, world } = await runUsdc2023({ rounds: await readRounds(usdcRoundsFile), keep: true })
  try {
    await visit(world.bulwark)
  } finally {
    await anvil.stop()
  }
}
