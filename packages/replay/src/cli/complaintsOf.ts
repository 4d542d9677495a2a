import type { StoryReport } from '../stories/types.ts'
import { countWrong } from './countWrong.ts'

/** What is wrong with stories that were played, in sentences; nothing if everybody was paid rightly and in time. */
export function complaintsOf(reports: readonly StoryReport[]): string[] {
  const sum = (count: (report: StoryReport) => number) => reports.reduce((total, report) => total + count(report), 0)
  const faults = [
    { count: sum(countWrong), what: 'differ from what was expected' },
    { count: sum(({ late }) => late), what: 'came later than their listing promises' },
  ]
  return faults.flatMap(({ count, what }) => (count > 0 ? [`${count} payments ${what}. ${advice}`] : []))
}

const advice = 'That is a bug: please report it.'
