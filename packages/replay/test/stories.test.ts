import { describe, expect, test } from 'vitest'
import { complaintsOf } from '../src/cli/complaintsOf.ts'
import { tabulate } from '../src/cli/tabulate.ts'
import { withExits } from '../src/cli/withExits.ts'
import { playStory } from '../src/stories/playStory.ts'
import { stories } from '../src/stories/stories.ts'
import type { Story, StoryReport } from '../src/stories/types.ts'
import { type Comparison, compareMirror } from './fixtures/compareMirror.ts'

const reports: StoryReport[] = []

describe.each(stories.map((story) => [story.name, story] as const))('%s', (_, story) => {
  test('pays to the unit what its facts say, no later than its listing promises; and the mirror follows', async () => {
    let mirror: Comparison | undefined
    const report = await playStory(story, {
      after: async (bulwark) => {
        mirror = await compareMirror(bulwark)
      },
    })
    reports.push(report)
    expect(mirror?.differences).toEqual([])
    expect(mirror?.figures).toBeGreaterThan(100)
    const paid = report.covers.map(({ cover, paid }) => [cover, paid])
    expect(paid).toEqual(report.covers.map(({ cover, expected }) => [cover, expected]))
    expect(report.covers.some(({ paid }) => paid > 0n)).toBe(true)
    expect(report.denied).toBeGreaterThan(0)
    expect(report.late).toBe(0)
    expect(report.hoursToMoney).toBeLessThanOrEqual(report.worstCaseHours)
  }, 120_000)
})

describe('of all stories', () => {
  const wrong = { cover: 'Gus', pool: 'Harbour', amount: 2n, expected: 1n, paid: 2n }
  const one = (): StoryReport => reports[0] as StoryReport

  test('the table says what is wrong', () => {
    const [head, ...rows] = tabulate(reports)
    expect(head).toMatch(/^story +risk +decided by +hours +at worst +paid +denied$/)
    expect(rows).toHaveLength(stories.length)
    for (const row of rows) {
      expect(row).toMatch(/ equal$/)
      expect(row.length).toBeLessThanOrEqual(150)
    }
    expect(tabulate([{ ...one(), covers: [wrong] }])[1]).toMatch(/ DIFFERENT$/)
    expect(tabulate([{ ...one(), late: 1 }])[1]).toMatch(/ LATE$/)
  })

  test('whatever is paid wrongly or late is complained of, exits too', () => {
    const advice = 'That is a bug: please report it.'
    expect(complaintsOf(reports)).toEqual([])
    expect(complaintsOf([...reports, { ...one(), covers: [wrong, wrong], late: 1 }])).toEqual([
      `2 payments differ from what was expected. ${advice}`,
      `1 payments came later than their listing promises. ${advice}`,
    ])
    const exit = { who: 'Ada', pool: 'Harbour', asked: 'after', expected: 5n, paid: 5n }
    expect(complaintsOf([withExits(one(), [exit])])).toEqual([])
    expect(complaintsOf([withExits(one(), [exit, { ...exit, paid: 4n }])])).toHaveLength(1)
  })
})

test('error: StoryMismatchError', async () => {
  const [story] = stories.filter(({ name }) => name === 'outage') as [Story]
  const other = { ...story, expected: () => ({ ...story.expected(), Nobody: 1n }) }
  await expect(playStory(other)).rejects.toMatchObject({
    name: 'StoryMismatchError',
    message: expect.stringContaining('outage sold other covers than it expects: Nobody.'),
  })
})
