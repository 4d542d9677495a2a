import { table } from '../print/table.ts'
import { hours } from '../stories/format.ts'
import { playStory } from '../stories/playStory.ts'
import { stories } from '../stories/stories.ts'
import type { StoryReport } from '../stories/types.ts'
import { playUsdc2023 } from './playUsdc2023.ts'

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
  // An exit that was paid wrongly is no cover, and must not be lost here.
  const wrong = result.exits.filter(({ expected, paid }) => expected !== paid)
  const covers = wrong.map(({ who, pool, expected, paid }) => ({
    cover: `${who}’s exit`,
    pool,
    amount: 0n,
    expected,
    paid,
  }))
  const reports: StoryReport[] = [{ ...report, covers: [...report.covers, ...covers] }]
  for (const story of stories) {
    print?.('')
    reports.push(await playStory(story, { ...(print ? { print } : {}), ...(port === undefined ? {} : { port }) }))
  }
  return reports
}

/** The table that all stories end with. */
export function tabulate(reports: readonly StoryReport[]): string[] {
  return table(
    ['story', 'risk', 'decided by', 'hours', 'at worst', 'paid', 'denied', ''],
    reports.map(({ name, risk, decidedBy, hoursToMoney, worstCaseHours, covers, denied, late }) => {
      const paid = covers.filter(({ paid }) => paid > 0n).length
      const verdict = countWrong({ covers }) > 0 ? 'DIFFERENT' : late > 0 ? 'LATE' : 'equal'
      const [adjudicator = ''] = decidedBy.split(':')
      return [
        name,
        risk,
        adjudicator,
        hours(hoursToMoney),
        hours(worstCaseHours),
        String(paid),
        String(denied),
        verdict,
      ]
    }),
  )
}

/** Payments that are not what was expected. */
export function countWrong({ covers }: Pick<StoryReport, 'covers'>): number {
  return covers.filter(({ expected, paid }) => expected !== paid).length
}
