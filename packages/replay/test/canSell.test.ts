import type { Round } from '@bulwark/testkit'
import { expect, test } from 'vitest'
import { canSell } from '../src/canSell.ts'
import type { FeedListing } from '../src/types.ts'
import { feedListings } from '../src/usdc2023/plan.ts'

const [near] = feedListings as [FeedListing]
const rounds: Round[] = [
  { round: 1, answer: 99_500_000n, updatedAt: 1_000_000 },
  { round: 2, answer: 99_499_999n, updatedAt: 2_000_000 },
]

test('default', () => {
  expect(canSell(rounds, near, 1_000_000)).toBe(true)
})

test('behavior: not before there is a round', () => {
  expect(canSell(rounds, near, 999_999)).toBe(false)
})

test('behavior: not after a round that is older than the heartbeat', () => {
  expect(canSell(rounds, near, 1_000_000 + 86_400)).toBe(true)
  expect(canSell(rounds, near, 1_000_000 + 86_401)).toBe(false)
})

test('behavior: not below the warning', () => {
  expect(canSell(rounds, near, 2_000_000)).toBe(false)
})
