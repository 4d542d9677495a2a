import { type Case, getRiskId } from '@bulwark/sdk'
import type { Hex } from 'viem'
import { describe, expect, test } from 'vitest'
import { plan } from '../src/plan/plan.ts'
import { planReminders } from '../src/plan/planReminders.ts'
import { rateStep } from '../src/plan/rateStep.ts'
import type { KeeperState, ReadingState, ReportState } from '../src/state/KeeperState.ts'
import {
  asset,
  contracts,
  coverOf,
  day,
  incidentOf,
  indexOf,
  keeper,
  now,
  poolAddress,
  stateOf,
  wad,
} from './helpers/stateOf.ts'

const ids = (state: KeeperState) => plan(state).map(({ id }) => id)
const hash = (byte: string): Hex => `0x${byte.repeat(32)}`

describe('plan', () => {
  test('default', () => {
    expect(plan(stateOf())).toEqual([])
    expect(plan(stateOf({}, indexOf([coverOf(1)])))).toEqual([])
  })

  test('behavior: the most urgent first, then what costs the holders most', () => {
    const rich = incidentOf({ number: 2n, eventId: 2n, share: wad })
    const due = stateOf(
      { cursors: new Map([[poolAddress, 0n]]) },
      { ...indexOf([coverOf(1)], [incidentOf(), rich]), recordedBlocks: new Set() },
    )
    const actions = plan(due).filter(({ job }) => job === 'settle')
    expect(actions.map(({ id }) => id.split(':')[1])).toEqual(['2', '1'])
    expect(plan(due)).toEqual(plan(due))
  })

  test('behavior: does not change what it is given', () => {
    const state = stateOf({}, indexOf([coverOf(1)], [incidentOf()]))
    const before = structuredClone(state)
    plan(state)
    expect(state).toEqual(before)
  })
})

describe('settlements', () => {
  const settled = (state: KeeperState) => {
    return plan(state).flatMap(({ task }) => (task.kind === 'settle' ? task.ids.map((id) => id & 0xffn) : []))
  }

  test('default: who was in force at the time of loss, and bought before the opening', () => {
    const covers = [
      coverOf(1),
      coverOf(2, { start: now - 2n * day }), // still waiting
      coverOf(3, { end: now - 3n * day }), // ended
      coverOf(4, { cancelled: true }),
      coverOf(5, { start: now - 3n * day }), // from the second of the loss on
      coverOf(6, { end: now - 2n * day }), // until it
    ]
    expect(settled(stateOf({}, indexOf(covers, [incidentOf()])))).toEqual([1n, 5n])
    const early = incidentOf({ openedAt: now - 20n * day, lossTime: now - 2n * day })
    expect(settled(stateOf({}, indexOf(covers, [early])))).toEqual([])
  })

  test('behavior: nobody twice, but a level that rose owes the difference', () => {
    const covers = [coverOf(1), coverOf(2)]
    const paid = new Map([
      [coverOf(1).id, { claim: 500_000n, paid: 500_000n }],
      [coverOf(2).id, { claim: 500_000n, paid: 250_000n }],
    ])
    const index = indexOf(covers, [incidentOf({ settled: paid })])
    const at = (level: bigint) => stateOf({ levels: new Map([[`${poolAddress}:1`, level]]) }, index)
    expect(settled(at(wad / 2n))).toEqual([])
    expect(settled(at((wad * 3n) / 4n))).toEqual([2n])
    expect(settled(at(wad))).toEqual([2n])
  })

  test('behavior: nothing for what is released, dismissed, worth nothing or settled by leaves', () => {
    const reserves = new Map([[1n, { incident: 1n, finalUntil: undefined, released: true }]])
    expect(settled(stateOf({}, indexOf([coverOf(1)], [incidentOf()], { pool: { reserves } })))).toEqual([])
    expect(settled(stateOf({}, indexOf([coverOf(1)], [incidentOf({ status: 'denied' })])))).toEqual([])
    expect(settled(stateOf({}, indexOf([coverOf(1)], [incidentOf({ share: 0n })])))).toEqual([])
    const byLeaves = indexOf([coverOf(1)], [incidentOf()], { listing: { lossProof: 'merkle' } })
    expect(settled(stateOf({}, byLeaves))).toEqual([])
  })

  test('behavior: who was in force at a raise alone is paid by the raise', () => {
    const late = coverOf(1, { start: now - 3n * day })
    const first = incidentOf({ lossTime: now - 5n * day })
    const raise = incidentOf({ number: 2n, eventId: 1n, lossTime: now - day, openedAt: now - 3_600n, share: wad / 4n })
    const index = indexOf([late], [first, raise], { listing: { eventWindow: 7n * day } })
    const actions = plan(stateOf({}, index)).filter(({ job }) => job === 'settle')
    expect(actions.map(({ id }) => id.replace(poolAddress, '')).sort()).toEqual(['settle:1:2:', 'settle:2::'])
  })
})

describe('incidents', () => {
  const open = incidentOf({ status: 'open', share: 0n, ruledAt: 0n })
  const state = (changed: Partial<KeeperState>) => stateOf(changed, indexOf([coverOf(1)], [open]))

  test('default: a ruling is taken in, a silent one lapses past its deadline', () => {
    expect(ids(state({}))).toEqual([])
    expect(ids(state({ verdicts: new Map([[1n, 'pending']]) }))).toEqual([])
    expect(ids(state({ verdicts: new Map([[1n, 'granted']]) }))).toEqual(['rule:1'])
    expect(plan(state({ verdicts: new Map([[1n, 'denied']]) }))[0]).toMatchObject({ id: 'rule:1', urgency: 'soon' })
    const at = (time: bigint) => ids(state({ head: { number: 1_000n, time, baseFee: 0n } }))
    expect(at(open.deadline)).toEqual([])
    expect(at(open.deadline + 1n)).toEqual([`lapse:1:${open.deadline}`])
  })

  test('behavior: closes when the window is over, and not while somebody waits for money', () => {
    const over = { number: 1_000n, time: now + 91n * day, baseFee: 0n }
    const unpaid = stateOf({ head: over }, indexOf([coverOf(1)], [incidentOf()]))
    expect(ids(unpaid).some((id) => id.startsWith('close'))).toBe(false)
    const settled = new Map([[coverOf(1).id, { claim: 500_000n, paid: 500_000n }]])
    expect(ids(stateOf({ head: over }, indexOf([coverOf(1)], [incidentOf({ settled })])))).toContain('close:1')
    expect(ids(stateOf({}, indexOf([coverOf(1)], [incidentOf({ settled })])))).not.toContain('close:1')
  })

  test('behavior: a closed one is finished once the pool knows, and its top-ups are over', () => {
    const settled = new Map([[coverOf(1).id, { claim: 500_000n, paid: 500_000n }]])
    const closed = incidentOf({ status: 'closed', settled })
    const finish = `finish:${poolAddress}:1`
    expect(ids(stateOf({}, indexOf([coverOf(1)], [closed])))).toContain(finish)
    const behind = stateOf({ cursors: new Map() }, indexOf([coverOf(1)], [closed]))
    expect(ids(behind)).not.toContain(finish)
    const reserves = new Map([[1n, { incident: 1n, finalUntil: now + 1n, released: false }]])
    expect(ids(stateOf({}, indexOf([coverOf(1)], [closed], { pool: { reserves } })))).not.toContain(finish)
  })
})

describe('pools', () => {
  const risk = getRiskId({ listing: 1n })
  const other = getRiskId({ listing: 2n })
  const journal = (...risks: Hex[]) => risks.map((one, at) => ({ incident: BigInt(at + 1), risk: one }))

  test('default: steps at once past what concerns a pool, later past the rest', () => {
    const behind = (...risks: Hex[]) => stateOf({}, { ...indexOf([coverOf(1)]), journal: journal(...risks) })
    expect(plan(behind(risk))[0]).toMatchObject({ id: `step:${poolAddress}:0`, urgency: 'urgent' })
    expect(plan(behind(other))).toEqual([])
    expect(plan(behind(other, other, other, other))[0]).toMatchObject({ urgency: 'idle' })
    const stepped = { ...behind(risk), cursors: new Map([[poolAddress, 1n]]) }
    expect(plan(stepped)).toEqual([])
  })

  test('behavior: exits in order, after the cooldown, not while a risk is open', () => {
    const exits = new Map([
      [2n, { id: 2n, askedAt: now - 30n * day, shares: wad }],
      [1n, { id: 1n, askedAt: now - 7n * day, shares: wad }],
    ])
    const index = (incidents = [] as ReturnType<typeof incidentOf>[]) =>
      indexOf([coverOf(1)], incidents, { pool: { exits } })
    expect(ids(stateOf({}, index()))).toEqual([`exit:${poolAddress}:1`])
    expect(ids(stateOf({}, index([incidentOf({ status: 'open' })])))).toEqual([])
    const early = new Map([[1n, { id: 1n, askedAt: now - 7n * day + 1n, shares: wad }]])
    expect(ids(stateOf({}, indexOf([], [], { pool: { exits: early } })))).toEqual([])
  })

  test('behavior: exposure is released on the day it has run off, once', () => {
    const ended = coverOf(1, { end: now - 9n * day })
    const sold = (releasedAt: bigint) => {
      const index = indexOf([ended])
      const entry = index.pools?.get(poolAddress)?.risks.get(risk)
      if (entry) entry.releasedAt = releasedAt
      return stateOf({}, index)
    }
    expect(ids(sold(now - 10n * day))).toEqual([`release:${poolAddress}:${risk}:${now / day}`])
    expect(ids(sold(now))).toEqual([])
    expect(ids(stateOf({}, indexOf([coverOf(1)])))).toEqual([])
  })

  test('behavior: credits, kept payouts and fees are pushed', () => {
    const credit = { at: contracts.incidents, token: asset, account: keeper, amount: 5n }
    const earned = { ...credit, at: contracts.court }
    const kept = new Map([[keeper, 7n]])
    const index = indexOf([], [], { pool: { kept, soldAt: now - day, feesAt: now - 8n * day } })
    const credits = new Map([
      ['a', credit],
      ['b', earned],
    ])
    expect(ids(stateOf({}, { ...index, credits })).map((id) => id.split(':')[0])).toEqual(Array(4).fill('collect'))
  })
})

describe('readings', () => {
  const levels = { strike: wad / 20n, recovery: wad / 50n, warning: wad / 100n, persistence: day, gap: 0n }
  const at = (fall: bigint, changed: Partial<ReadingState> = {}): KeeperState => {
    const reading = { fault: undefined, source: asset, value: 0n, loss: fall, whole: wad, fall }
    const listed = { listing: 1n, trigger: contracts.vaultLossTrigger, levels, keeperTime: 3n * day, mark: undefined }
    const open = incidentOf({ status: 'open' })
    return stateOf(
      { readings: [{ ...listed, reading, span: undefined, ...changed }] },
      indexOf([coverOf(1)], changed.span ? [open] : []),
    )
  }
  const span = (armedAt: bigint, readAt = armedAt) => {
    const taken = { listing: 1n, verdict: 'pending', armedAt, readAt, ratio: 0n, loss: 1n, whole: 1n } as const
    return { ...taken, incident: 1n }
  }
  const jobs = (state: KeeperState) => plan(state).map(({ job }) => job)

  test('default: arms beyond the strike, if somebody has cover', () => {
    expect(jobs(at(wad / 20n))).toEqual([])
    expect(jobs(at(wad / 20n + 1n))).toEqual(['arm'])
    const unsold = { ...at(wad / 10n), index: stateOf({}, indexOf([])).index }
    expect(jobs(unsold)).toEqual([])
  })

  test('behavior: reads at half time, at once when it has recovered, and proves at the end', () => {
    expect(jobs(at(wad / 10n, { span: span(now - 3_600n) }))).toEqual([])
    expect(jobs(at(wad / 10n, { span: span(now - day / 2n) }))).toEqual(['read'])
    expect(jobs(at(wad / 10n, { span: span(now - day / 2n, now) }))).toEqual([])
    expect(jobs(at(wad / 50n, { span: span(now - 60n) }))).toEqual(['read'])
    expect(jobs(at(wad / 10n, { span: span(now - day) }))).toEqual(['prove'])
    expect(jobs(at(wad / 30n, { span: span(now - day) }))).toEqual([])
  })

  test('behavior: where readings must lie near each other, at half the gap', () => {
    const tight = { levels: { ...levels, gap: 7_200n } }
    expect(jobs(at(wad, { ...tight, span: span(now - 8_000n, now - 3_599n) }))).toEqual([])
    expect(jobs(at(wad, { ...tight, span: span(now - 8_000n, now - 3_600n) }))).toEqual(['read'])
  })

  test('behavior: silence proves nothing and ends nothing', () => {
    const silent = { fault: 'call', source: asset, value: 0n, loss: 0n, whole: 0n, fall: 0n } as const
    expect(jobs(at(0n, { reading: silent, span: span(now - day) }))).toEqual([])
    expect(jobs(at(0n, { reading: silent }))).toEqual([])
  })

  test('behavior: the mark is kept once a day, and when the price is lower', () => {
    const mark = (since: bigint) => ({ level: wad, lowest: wad, since })
    expect(jobs(at(0n, { mark: mark(now - day) }))).toEqual(['observe'])
    expect(jobs(at(0n, { mark: mark(now - day + 1n) }))).toEqual([])
    expect(plan(at(1n, { mark: mark(now - 60n) }))[0]).toMatchObject({ job: 'observe', urgency: 'idle' })
  })
})

describe('reports', () => {
  const event = { facts: hash('11'), zone: 1n, begins: now - 2n * day, ends: now - day, lastSale: now - 3n * day }
  const record = { value: 0n, distance: 0n, status: 0, standsFrom: 0n, requestedAt: 0n, signedBy: 0 } as const
  const at = (changed: Partial<ReportState>): KeeperState => {
    const key = hash('22')
    const index = indexOf([coverOf(1)])
    const risk = getRiskId({ listing: 1n, key })
    const pool = index.pools?.get(poolAddress)
    const [sold] = [...(pool?.risks.values() ?? [])]
    if (sold) pool?.risks.set(risk, { ...sold, risk, key })
    const known = { listing: 1n, key, event, facts: '0x1234' as Hex, isFunctions: true, window: 7n * day }
    const none = { ...known, retryTime: 3_600n, record: { ...record, state: 'none' as const }, ratio: 0n }
    return stateOf({ reports: [{ ...none, ...changed }] }, index)
  }
  const jobs = (state: KeeperState) => plan(state).map(({ job }) => job)

  test('default: asks when the event is over, and again an hour later', () => {
    expect(jobs(at({}))).toEqual(['requestReport'])
    expect(jobs(at({ facts: undefined }))).toEqual([])
    expect(jobs(at({ isFunctions: false }))).toEqual([])
    expect(jobs(at({ window: day - 1n }))).toEqual([])
    const asked = { ...record, state: 'requested', requestedAt: now - 3_599n } as const
    expect(jobs(at({ record: asked }))).toEqual([])
    expect(jobs(at({ record: { ...asked, requestedAt: now - 3_600n } }))).toEqual(['requestReport'])
  })

  test('behavior: proves what stands and reaches a step', () => {
    const reported = { ...record, state: 'reported', standsFrom: now } as const
    expect(jobs(at({ record: reported, ratio: wad / 2n }))).toEqual(['prove'])
    expect(jobs(at({ record: { ...reported, standsFrom: now + 1n }, ratio: wad / 2n }))).toEqual([])
    expect(jobs(at({ record: reported, ratio: 0n }))).toEqual([])
  })
})

describe('block hashes', () => {
  test('default: the grid, while it can be had', () => {
    const needed = indexOf([], [], { listing: { lossProof: 'holdings' } })
    const at = (number: bigint, recorded: bigint[] = []) => {
      const head = { number, time: now, baseFee: 0n }
      return stateOf({ head }, { ...needed, recordedBlocks: new Set(recorded) })
    }
    expect(ids(at(264n))).toEqual(['record:100'])
    expect(ids(at(265n)).sort()).toEqual(['record:100', 'record:200'])
    expect(ids(at(265n, [100n]))).toEqual(['record:200'])
    expect(ids(at(20_000n)).every((id) => Number(id.split(':')[1]) > 20_000 - 8_191)).toBe(true)
    expect(plan(at(20_000n))[0]).toMatchObject({ urgency: 'urgent' })
    expect(ids(stateOf({ head: { number: 20_000n, time: now, baseFee: 0n } }, indexOf([])))).toEqual([])
  })
})

describe('the court', () => {
  const stands = {
    ...{ commitFrom: now - 3n * day, commitTime: 3n * day, revealTime: 3n * day, settled: false },
  } as Case
  const open = incidentOf({ status: 'open' })
  const byCourt = { listing: { adjudicator: contracts.court } }
  const votes = { committed: new Set([keeper]), revealed: new Set<never>(), slashed: new Set<never>() }
  const caseIndex = { incident: 1n, counted: new Set([poolAddress]), ...votes, settled: false }
  const at = (changed: Partial<KeeperState> = {}, entry: Partial<typeof caseIndex> = {}) => {
    const cases = [{ incident: 1n, case: stands, outcome: { outcome: 'pending', award: 0n } as const }]
    return stateOf(
      { cases, ...changed },
      { ...indexOf([coverOf(1)], [open], byCourt), cases: new Map([[1n, { ...caseIndex, ...entry }]]) },
    )
  }

  test('default: opens a case, counts pools', () => {
    expect(ids(stateOf({}, indexOf([coverOf(1)], [open], byCourt)))).toEqual(['openCase:1'])
    expect(ids(at({}, { counted: new Set() }))).toEqual([`countPool:1:${poolAddress}`])
  })

  test('behavior: reveals what it holds the salt of, in time', () => {
    const reveals = [{ incident: 1n, award: 5n, reason: hash('00'), salt: hash('33') }]
    expect(ids(at({ reveals }))).toEqual(['reveal:1'])
    expect(ids(at({ reveals, head: { number: 1n, time: now - 1n, baseFee: 0n } }))).toEqual([])
    expect(ids(at({ reveals, head: { number: 1n, time: now + 3n * day, baseFee: 0n } }))).not.toContain('reveal:1')
    expect(ids(at({ reveals }, { revealed: new Set([keeper]) as never }))).toEqual([])
  })

  test('behavior: reminds whom it serves, from the first to the last moment', () => {
    const reminded = (time: bigint) => planReminders(at({ head: { number: 1n, time, baseFee: 0n } }), [keeper])
    expect(reminded(now - 1n)).toEqual([])
    expect(reminded(now)).toMatchObject([{ incident: 1n, assessor: keeper, until: now + 3n * day }])
    expect(reminded(now + 3n * day)).toEqual([])
    expect(planReminders(at(), [asset])).toEqual([])
  })

  test('behavior: settles a case that was ruled, then who was silent', () => {
    const ruled = at()
    ruled.index.incidents.set(1n, incidentOf({ share: 0n }))
    expect(ids(ruled)).toContain('settleCase:1')
    const settled = at({ cases: [] }, { settled: true })
    expect(ids(settled)).toEqual(['settleSilent:1:1'])
    expect(ids(at({ cases: [] }, { settled: true, slashed: new Set([keeper]) as never }))).toEqual([])
  })
})

describe('rates', () => {
  const rate = { listing: 1n, dataHash: hash('01'), modelHash: hash('02'), floor: 0n, ceiling: wad }
  const at = (target: bigint, posted: bigint, elapsed: bigint) => {
    const rates = [{ ...rate, target, rate: posted, postedAt: now - elapsed }]
    return plan(stateOf({ rates }))
  }

  test('default: within what a step allows', () => {
    expect(rateStep({ rate: 20n, elapsed: day, riseTime: day, fallTime: day })).toEqual({ lowest: 18n, highest: 40n })
    expect(rateStep({ rate: 100n, elapsed: 0n, riseTime: day, fallTime: day })).toEqual({ lowest: 100n, highest: 100n })
    expect(rateStep({ rate: 100n, elapsed: 60n * day, riseTime: day, fallTime: day }).lowest).toBe(0n)
    expect(at(wad / 50n, wad / 50n, day)).toEqual([])
    expect(at(wad / 50n, 0n, day)).toHaveLength(1)
    expect(at(wad / 10n, wad / 100n, day)).toHaveLength(1)
  })

  test('behavior: a step that does not arrive waits for an hour; nothing is posted out of bounds', () => {
    expect(at(wad / 10n, wad / 100n, 3_599n)).toEqual([])
    expect(at(wad / 10n, wad / 100n, 3_600n)).toHaveLength(1)
    expect(at(2n * wad, wad, 30n * day)).toEqual([])
  })
})

describe('judges outside', () => {
  test('default: UMA is asked a day after an assertion, a dispute is executed after its vote', () => {
    const index = indexOf([coverOf(1)], [incidentOf({ status: 'open' })])
    expect(ids(stateOf({}, { ...index, truths: new Map([[1n, now - day]]) }))).toEqual(['settleTruth:1'])
    expect(ids(stateOf({}, { ...index, truths: new Map([[1n, now - day + 1n]]) }))).toEqual([])
    expect(ids(stateOf({}, { disputes: new Map([[4n, now - 1n]]) }))).toEqual(['executeDispute:4'])
    expect(ids(stateOf({}, { disputes: new Map([[4n, now]]) }))).toEqual([])
  })
})
