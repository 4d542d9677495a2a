import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRounds, usdcRoundsFile } from '@bulwark/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReplayError } from '../src/errors.ts'
import { type RunReturnType, runUsdc2023, type StoryEvent, type StoryResult } from '../src/index.ts'
import { editRounds } from './fixtures/editRounds.ts'

const wad = 10n ** 18n
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bulwark-replay-'))
})

afterAll(async () => {
  await rm(directory, { recursive: true })
})

/** Plays the recorded series with some rounds changed. */
async function play(edit: Parameters<typeof editRounds>[1] = () => ({})) {
  const events: StoryEvent[] = []
  const rounds = await readRounds(await editRounds(directory, edit))
  const run = await runUsdc2023({ rounds, onEvent: (event) => events.push(event) })
  return { ...run, events }
}

function expectAllEqual({ covers, exits }: StoryResult): void {
  expect(covers.map(({ paid }) => paid)).toEqual(covers.map(({ expected }) => expected))
  expect(exits.map(({ paid }) => paid)).toEqual(exits.map(({ expected }) => expected))
}

const listing = ({ listings }: StoryResult, name: string) => listings.find(({ listing }) => listing === name)
const paidOn = ({ covers }: StoryResult, name: string) =>
  covers.filter(({ listing }) => listing === name).reduce((sum, { paid }) => sum + paid, 0n)

describe('March 2023', () => {
  let run: RunReturnType & { events: StoryEvent[] }
  let result: StoryResult

  beforeAll(async () => {
    run = await play()
    result = run.result
  })

  /** What came of an action, with the figures of its first pool. */
  function outcomes(what: string) {
    return run.events.flatMap((event) => (event.kind === 'action' && event.action.do === what ? [event] : []))
  }

  test('every cover and every exit is paid what was expected', () => {
    expect(result.covers).toHaveLength(14)
    expect(result.exits).toHaveLength(5)
    expectAllEqual(result)
  })

  test('near is ruled by the round at 15:51:47 on 11 March, and far is not', () => {
    expect(listing(result, 'near')).toEqual({
      listing: 'near',
      lossRatio: 83_444_849_855_555_555n,
      ruledAt: 1_678_549_907,
    })
    expect(listing(result, 'far')).toEqual({ listing: 'far', lossRatio: null, ruledAt: null })
    expect(paidOn(result, 'far')).toBe(0n)
    for (const { listing, funding } of result.covers)
      expect(funding === null).toBe(!/near|bridge|exchange/.test(listing))
  })

  test('pools that are funded in full pay the ratio of each cover, rounded down', () => {
    for (const { pool, listing, amount, paid } of result.covers) {
      if (listing !== 'near' || pool === 'Skerry') continue
      expect(paid).toBe((amount * 83_444_849_855_555_555n) / wad)
    }
  })

  test('the third pool is funded below 1, lifted between settlements, and pays all holders the same part', () => {
    const levels = outcomes('settle').flatMap(({ action, pools }) =>
      'listing' in action && action.listing === 'near'
        ? pools.flatMap(({ pool, settled }) => (pool === 'Skerry' && settled ? [settled.funding] : []))
        : [],
    )
    expect(levels).toHaveLength(3)
    const [first, second, third] = levels as [bigint, bigint, bigint]
    expect(first).toBeLessThan(second)
    expect(second).toBeLessThan(third)
    expect(third).toBeLessThan(wad)
    for (const { pool, listing, amount, paid, funding } of result.covers) {
      if (pool !== 'Skerry' || listing !== 'near') continue
      expect(funding).toBe(third)
      expect(paid).toBe((((amount * 83_444_849_855_555_555n) / wad) * third) / wad)
    }
  })

  test('who comes late, or to a pool that is sold out, is refused', () => {
    expect(outcomes('tryToBuy').map(({ outcome }) => outcome)).toEqual([
      { refusal: 'CapacityExceeded' },
      { refusal: 'IncidentOpen' },
    ])
  })

  test('who asked to leave two weeks before goes unharmed; all others share the loss', () => {
    const [ben, cleo] = result.exits
    expect(ben).toMatchObject({ who: 'Ben', asked: 'two weeks before', paid: 500_000_000_000n })
    expect(cleo?.who).toBe('Cleo')
    expect(cleo?.paid).toBeLessThan(500_000_000_000n)
  })

  test('the keeper moves in the round in which the contract lets it', () => {
    const moves = run.events.flatMap((event) =>
      event.kind === 'keeper' ? [[event.move.listing, event.move.did, event.move.round?.round]] : [],
    )
    expect(moves).toEqual([
      ['near', 'armed', 884],
      ['far', 'armed', 952],
      ['far', 'recovered', 1002],
      ['near', 'proved', 1044],
      ['near', 'armed', 1139],
      ['near', 'recovered', undefined],
    ])
  })

  test('no chain is left', async () => {
    await expect(fetch(run.anvil.url)).rejects.toThrow()
  })
})

test('with round 1000 at 0.98, nothing is paid on either listing', async () => {
  const { result } = await play(({ round }) => (round === 1000 ? { answer: 98_000_000 } : {}))
  expect(listing(result, 'near')).toEqual({ listing: 'near', lossRatio: null, ruledAt: null })
  expect(listing(result, 'far')).toEqual({ listing: 'far', lossRatio: null, ruledAt: null })
  expect(paidOn(result, 'near') + paidOn(result, 'far')).toBe(0n)
  expectAllEqual(result)
})

test('with round 900 at 0.98, it is paid as that series says', async () => {
  const { result } = await play(({ round }) => (round === 900 ? { answer: 98_000_000 } : {}))
  const near = listing(result, 'near')
  // The span begins anew with round 901, and round 1045 is the first one 12 hours later.
  expect(near).toEqual({ listing: 'near', lossRatio: 84_018_293_836_111_111n, ruledAt: 1_678_552_691 })
  expect(result.covers.find(({ amount, pool }) => pool === 'Harbour' && amount === 250_000_000_000n)?.paid).toBe(
    (250_000_000_000n * 84_018_293_836_111_111n) / wad,
  )
  expectAllEqual(result)
})

test('a deep fall is paid on both listings, and a silence begins another span', async () => {
  const { result } = await play(({ round, time, answer }) => ({
    time: round >= 950 ? time + 26 * 3600 : time,
    answer: round >= 950 && round < 1100 ? 30_000_000 : answer,
  }))
  // Both spans begin with round 950, the first one after the silence.
  const ruled = { lossRatio: 700_000_000_000_000_000n, ruledAt: expect.any(Number) }
  expect(listing(result, 'near')).toMatchObject(ruled)
  expect(listing(result, 'far')).toMatchObject(ruled)
  expectAllEqual(result)
})

test('error: SeriesTooLateError', async () => {
  const rounds = (await readRounds(usdcRoundsFile)).slice(100)
  await expect(runUsdc2023({ rounds })).rejects.toMatchObject({
    name: 'SeriesTooLateError',
    message: expect.stringContaining('needs a round from before 2023-02-20T00:55Z'),
  } satisfies Partial<ReplayError>)
})
