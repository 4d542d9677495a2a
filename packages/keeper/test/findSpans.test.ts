import { priceFeedRulings } from '@bulwark/risk/exact'
import { readRounds, usdcRoundsFile } from '@bulwark/testkit'
import { describe, expect, test } from 'vitest'
import { findSpans } from '../src/feeds/findSpans.ts'

const hour = 3_600n
const config = { strike: 95n, recovery: 98n, persistence: 6n * hour, heartbeat: 24n * hour, par: 100n }

/** A round an hour, of these prices. */
const rounds = (...answers: number[]) =>
  answers.map((answer, at) => ({ round: BigInt(at + 1), time: BigInt(at) * hour, answer: BigInt(answer) }))
const find = (known: ReturnType<typeof rounds>, changed = {}) => {
  const now = known.at(-1)?.time ?? 0n
  return findSpans({ ...config, rounds: known, now, fromStart: true, ...changed })
}

describe('findSpans', () => {
  test('default', () => {
    expect(find(rounds(100, 99, 96))).toEqual([])
    expect(find(rounds(100, 99, 96, 94, 93))).toMatchObject([
      { recovered: 2n, firstRound: 4n, firstTime: 3n * hour, walk: 2, rounds: [5n], end: { kind: 'open' } },
    ])
    expect(find(rounds(100, 94, 94, 94, 94, 94, 94, 94))).toMatchObject([
      { recovered: 1n, firstRound: 2n, end: { kind: 'complete', closingRound: 8n } },
    ])
  })

  test('behavior: a recovery ends a span, and is final once a later round is out', () => {
    expect(find(rounds(100, 94, 98))[0]?.end).toEqual({ kind: 'ended', round: 3n, isFinal: false })
    expect(find(rounds(100, 94, 98, 97))[0]?.end).toEqual({ kind: 'ended', round: 3n, isFinal: true })
  })

  test('behavior: one span until recovery, another one after it', () => {
    const long = rounds(100, ...Array(12).fill(94))
    expect(find(long)).toHaveLength(1)
    expect(find(rounds(100, ...Array(12).fill(94), 99, 94)).map(({ firstRound }) => firstRound)).toEqual([2n, 15n])
  })

  test('behavior: without a recovery that is known nothing begins', () => {
    expect(find(rounds(94, 94, 94), { fromStart: false })).toEqual([])
    expect(find(rounds(94, 94, 94))).toMatchObject([{ recovered: 1n, firstRound: 1n, walk: 0 }])
  })

  test('behavior: silence ends a span by the round that is missing, or by the one that came too late', () => {
    const silent = rounds(100, 94)
    expect(find(silent, { now: 26n * hour })[0]?.end.kind).toBe('open')
    expect(find(silent, { now: 26n * hour + 1n })[0]?.end).toEqual({ kind: 'ended', round: 3n, isFinal: true })
    const late = [...silent, { round: 3n, time: 27n * hour, answer: 94n }]
    const [ended, next] = find(late)
    expect(ended?.end).toEqual({ kind: 'ended', round: 3n, isFinal: true })
    expect(next).toMatchObject({ recovered: 3n, firstRound: 3n, end: { kind: 'open' } })
  })

  test('behavior: a rise is the mirror of a fall', () => {
    const rise = { direction: 'rise', strike: 105n, recovery: 102n }
    expect(find(rounds(100, 106, 106), rise)).toMatchObject([{ firstRound: 2n, end: { kind: 'open' } }])
    expect(find(rounds(100, 94), rise)).toEqual([])
  })

  test('behavior: rounds without a price are passed over', () => {
    const known = [...rounds(100, 94), { round: 3n, time: 2n * hour, answer: 0n }]
    expect(find(known)).toMatchObject([{ firstRound: 2n, end: { kind: 'open' } }])
  })

  test('behavior: finds in March 2023 what the trigger rules on, and what was open when the data end', async () => {
    const real = await readRounds(usdcRoundsFile)
    const known = real.map(({ answer, updatedAt }, at) => ({ round: BigInt(at + 1), time: BigInt(updatedAt), answer }))
    const usdc = { strike: 95_000_000n, recovery: 98_000_000n, par: 100_000_000n, persistence: 12n * hour }
    const parameters = { ...config, ...usdc, rounds: known }
    const [span, open] = findSpans({ ...parameters, now: known.at(-1)?.time ?? 0n, fromStart: true })
    const [ruling, none] = priceFeedRulings(parameters)
    expect(none).toBeUndefined()
    expect(span).toMatchObject({ firstRound: ruling?.firstRound, firstTime: ruling?.lossTime })
    expect(span?.end).toEqual({ kind: 'complete', closingRound: ruling?.closingRound })
    expect(open?.end).toEqual({ kind: 'open' })
  })
})
