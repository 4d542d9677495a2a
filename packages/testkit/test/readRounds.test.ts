import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  parseRounds,
  RoundsColumnError,
  RoundsEmptyError,
  RoundsFileUnreadableError,
  RoundsGapError,
  RoundsNumberError,
  RoundsTimeError,
  readRounds,
  usdcRoundsFile,
} from '../src/index.ts'

test('default', async () => {
  const rounds = await readRounds(usdcRoundsFile)
  expect(rounds).toHaveLength(400)
  expect(rounds[0]).toEqual({ round: 746, answer: 100_018_009n, updatedAt: Date.UTC(2022, 10, 20, 5, 16, 35) / 1_000 })
  expect(rounds[399]).toEqual({
    round: 1_145,
    answer: 95_434_030n,
    updatedAt: Date.UTC(2023, 2, 12, 8, 49, 47) / 1_000,
  })
})

test('behavior: the long form, in any order of columns', () => {
  const text = [
    'round_id,phase_id,aggregator_round_id,answer,updated_at,updated_at_utc',
    '36893488147419103978,2,746,100018009,1668921395,2022-11-20T05:16:35Z',
    '36893488147419103979,2,747,100026976,1669007819,2022-11-21T05:16:59Z',
  ]
  const expected = [
    { round: 746, answer: 100_018_009n, updatedAt: 1_668_921_395 },
    { round: 747, answer: 100_026_976n, updatedAt: 1_669_007_819 },
  ]
  const reversed = text.map((line) => line.split(',').reverse().join(','))
  expect(parseRounds(text.join('\n'), 'a.csv')).toEqual(expected)
  expect(parseRounds(reversed.join('\n'), 'a.csv')).toEqual(expected)
})

test('behavior: a byte order mark, CRLF and blank lines at the end do no harm', () => {
  const text = '\uFEFFround,time,answer\r\n7,100,-5\r\n8,101,6\r\n\r\n'
  expect(parseRounds(text, 'a.csv').map(({ answer }) => answer)).toEqual([-5n, 6n])
})

test.for([
  ['a missing column', 'round,answer\n1,2', RoundsColumnError, 'a.csv: the header is "round,answer".'],
  ['an empty file', '', RoundsColumnError, 'a.csv: the header is "".'],
  ['a short row', 'round,time,answer\n1,2', RoundsColumnError, 'a.csv:2: 2 cells under 3 columns.'],
  ['a header alone', 'round,time,answer\n', RoundsEmptyError, 'a.csv: there are no rounds.'],
  ['a price with a point', 'round,time,answer\n1,2,0.95', RoundsNumberError, 'a.csv:2: answer is "0.95"'],
  ['an empty cell', 'round,time,answer\n1,2,', RoundsNumberError, 'a.csv:2: answer is ""'],
  ['round zero', 'round,time,answer\n0,2,3', RoundsNumberError, 'a.csv:2: round is "0"'],
  ['a date', 'round,time,answer\n1,2023-03-11,3', RoundsNumberError, 'a.csv:2: time is "2023-03-11"'],
  ['a gap', 'round,time,answer\n1,2,3\n3,4,5', RoundsGapError, 'a.csv:3: round 3 follows round 1.'],
  ['a repeated round', 'round,time,answer\n1,2,3\n1,4,5', RoundsGapError, 'a.csv:3: round 1 follows round 1.'],
  [
    'another phase',
    'aggregator_round_id,updated_at,answer,phase_id\n1,2,3,1\n2,4,5,2',
    RoundsGapError,
    'a.csv:3: round 2 follows round 1.',
  ],
  ['equal times', 'round,time,answer\n1,2,3\n2,2,5', RoundsTimeError, 'a.csv:3: the time 2 is not after 2'],
] as const)('error: %s', ([, text, error, message]) => {
  expect(() => parseRounds(text, 'a.csv')).toThrow(error)
  expect(() => parseRounds(text, 'a.csv')).toThrow(message)
})

test('error: RoundsFileUnreadableError', async () => {
  await expect(readRounds(join(import.meta.dirname, 'no-such.csv'))).rejects.toBeInstanceOf(RoundsFileUnreadableError)
  await expect(readRounds(import.meta.dirname)).rejects.toBeInstanceOf(RoundsFileUnreadableError)
})
