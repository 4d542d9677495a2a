import type { StoryReport } from '../stories/types.ts'

/** Payments that are not what was expected. */
export function countWrong({ covers }: Pick<StoryReport, 'covers'>): number {
  return covers.filter(({ expected, paid }) => expected !== paid).length
}
