import { table } from '../print/table.ts'
import { hours } from '../stories/format.ts'
import type { StoryReport } from '../stories/types.ts'
import { countWrong } from './countWrong.ts'

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
