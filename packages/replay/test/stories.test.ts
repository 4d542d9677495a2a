import { describe, expect, test } from 'vitest'
import { tabulate } from '../src/cli/tabulate.ts'
import { playStory } from '../src/stories/playStory.ts'
import { stories } from '../src/stories/stories.ts'
import type { Story, StoryReport } from '../src/stories/types.ts'

const reports: StoryReport[] = []

describe.each(stories.map((story) => [story.name, story] as const))('%s', (_, story) => {
  test('pays to the unit what its facts say, no later than its listing promises', async () => {
    const report = await playStory(story)
    reports.push(report)
    const paid = report.covers.map(({ cover, paid }) => [cover, paid])
    expect(paid).toEqual(report.covers.map(({ cover, expected }) => [cover, expected]))
    expect(report.covers.some(({ paid }) => paid > 0n)).toBe(true)
    expect(report.denied).toBeGreaterThan(0)
    expect(report.late).toBe(0)
    expect(report.hoursToMoney).toBeLessThanOrEqual(report.worstCaseHours)
  }, 120_000)
})

test('the table of all says what is wrong', () => {
  const [report] = reports as [StoryReport]
  const [head, ...rows] = tabulate(reports)
  expect(head).toMatch(/^story +risk +decided by +hours +at worst +paid +denied$/)
  for (const row of rows) {
    expect(row).toMatch(/ equal$/)
    expect(row.length).toBeLessThanOrEqual(150)
  }
  const wrong = { ...report, covers: [{ cover: 'Gus', pool: 'Harbour', amount: 2n, expected: 1n, paid: 2n }] }
  expect(tabulate([wrong])[1]).toMatch(/ DIFFERENT$/)
  expect(tabulate([{ ...report, late: 1 }])[1]).toMatch(/ LATE$/)
})

test('error: StoryMismatchError', async () => {
  const [story] = stories.filter(({ name }) => name === 'outage') as [Story]
  const other = { ...story, expected: () => ({ ...story.expected(), Nobody: 1n }) }
  await expect(playStory(other)).rejects.toMatchObject({
    name: 'StoryMismatchError',
    message: expect.stringContaining('outage sold other covers than it expects: Nobody.'),
  })
})
