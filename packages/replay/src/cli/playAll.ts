import { playStory } from '../stories/playStory.ts'
import { stories } from '../stories/stories.ts'
import type { StoryReport } from '../stories/types.ts'
import { playUsdc2023 } from './playUsdc2023.ts'
import { withExits } from './withExits.ts'

/** The parameters of {@link playAll}. */
export type PlayAllParameters = {
  port?: number | undefined
  /** Runs before anything is deployed. */
  prepare: () => Promise<void>
  /** Where the lines go. @default nowhere */
  print?: ((line: string) => void) | undefined
}

/** Plays every story, one after another, each on a fresh chain. */
export async function playAll({ port, prepare, print }: PlayAllParameters): Promise<StoryReport[]> {
  const { report, result } = await playUsdc2023({ port, prepare, print })
  const reports: StoryReport[] = [withExits(report, result.exits)]
  for (const story of stories) {
    print?.('')
    reports.push(await playStory(story, { ...(print ? { print } : {}), ...(port === undefined ? {} : { port }) }))
  }
  return reports
}
