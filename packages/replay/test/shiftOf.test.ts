import { type Round, readRounds, usdcRoundsFile } from '@bulwark/testkit'
import { expect, test } from 'vitest'
import { utc } from '../src/usdc2023/plan.ts'
import { shiftOf } from '../src/usdc2023/shiftOf.ts'

const day = 86_400
const round = (updatedAt: number, answer: bigint): Round => ({ round: 1, answer, updatedAt })

test('default', async () => {
  expect(shiftOf(await readRounds(usdcRoundsFile))).toBe(0)
})

test('behavior: the first fall comes on 11 March, at its own time of day', () => {
  const rounds = [round(utc('2021-01-01T00:00'), 100_000_000n), round(utc('2021-05-06T07:08'), 94_999_999n)]
  expect(utc('2021-05-06T07:08') - shiftOf(rounds)).toBe(utc('2023-03-11T07:08'))
})

test('behavior: a series without a fall ends on 11 March', () => {
  const rounds = [round(utc('2021-01-01T00:00'), 100_000_000n), round(utc('2021-05-06T07:08'), 95_000_000n)]
  expect(utc('2021-05-06T00:00') - shiftOf(rounds)).toBe(utc('2023-03-11T00:00'))
  expect(Math.abs(shiftOf(rounds) % day)).toBe(0)
})
