import type { StoryReport } from '../stories/types.ts'
import type { ExitResult } from '../types.ts'

/** A report that counts exits which were paid wrongly too: they are no covers, and must not be lost. */
export function withExits(report: StoryReport, exits: readonly ExitResult[]): StoryReport {
  const wrong = exits.filter(({ expected, paid }) => expected !== paid)
  const covers = wrong.map(({ who, pool, expected, paid }) => {
    return { cover: `${who}’s exit`, pool, amount: 0n, expected, paid }
  })
  return { ...report, covers: [...report.covers, ...covers] }
}
