import type { JournalRecord } from '../records.ts'
import { riskIdOf } from '../riskIdOf.ts'
import { max, min } from './numbers.ts'
import type { Transition } from './Transition.ts'

const noEntry = { share: 0n, time: 0n, window: 0n, most: 0n }
const most96 = (1n << 96n) - 1n

async function push(records: Transition, entry: JournalRecord): Promise<void> {
  const protocol = await records.ensure('protocol', '', { journalLength: 0n, protocolFee: 0n })
  records.put('journal', `${protocol.journalLength}`, entry)
  protocol.journalLength += 1n
}

/** Twin of `Incidents.open`. */
export async function openIncident(
  records: Transition,
  opened: { incident: bigint; listing: bigint; key: string; lossTime: bigint },
): Promise<void> {
  const { incident, listing, key, lossTime } = opened
  const now = records.timestamp
  const terms = await records.load('listing', `${listing}`)
  const risk = riskIdOf(listing, key)
  const until = (await records.find('grace', risk))?.amount ?? 0n
  const lastTime = lossTime < max(0n, now - terms.grace) ? until : 0n
  records.put('incident', `${incident}`, { risk, listing, openedAt: now, lossTime, lastTime, eventId: 0n, most: 0n })
  // Each list of losses is granted in full, as if it were an event of its own.
  const window = terms.lossProof === 'leaves' ? 0n : terms.eventWindow
  const share = terms.maxRatio - terms.deductible
  await push(records, { ...noEntry, kind: 'opened', incident, risk, share, time: lossTime, window })
}

/** Twin of `Incidents.grant`. */
export async function grantIncident(
  records: Transition,
  granted: { incident: bigint; eventId: bigint; share: bigint },
): Promise<void> {
  const { incident, eventId, share } = granted
  const record = await records.load('incident', `${incident}`)
  record.eventId = eventId
  const kind = share === 0n ? 'dismissed' : 'granted'
  const most = share === 0n ? 0n : min(record.most, most96)
  await push(records, { ...noEntry, kind, incident, risk: record.risk, share, most })
}

/** Twin of the end of `Incidents.lapse`. */
export async function lapseIncident(records: Transition, incident: bigint): Promise<void> {
  const { risk, listing, openedAt, lossTime, lastTime } = await records.load('incident', `${incident}`)
  const { grace } = await records.load('listing', `${listing}`)
  // Grace stood still while nobody answered: what was left of it at the opening is left now.
  const until = records.timestamp + (lastTime === 0n ? lossTime + grace : lastTime) - openedAt
  const state = await records.ensure('grace', risk, { amount: 0n })
  state.amount = max(state.amount, until)
  await push(records, { ...noEntry, kind: 'lapsed', incident, risk, time: until })
}

/** A denial, or a closing: what only the journal needs. */
export async function noteIncident(records: Transition, kind: 'dismissed' | 'closed', incident: bigint): Promise<void> {
  const { risk } = await records.load('incident', `${incident}`)
  await push(records, { ...noEntry, kind, incident, risk })
}
