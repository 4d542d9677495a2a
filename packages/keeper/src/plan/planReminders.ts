import type { Address } from 'viem'
import type { KeeperState } from '../state/KeeperState.ts'

/** Somebody has to act himself: an assessor whose award is committed and not revealed. */
export type Reminder = {
  readonly id: string
  readonly incident: bigint
  readonly assessor: Address
  /** Unix seconds from and until which he can reveal. */
  readonly from: bigint
  readonly until: bigint
}

/** Whom of the assessors to remind, and of what; once the reveals have begun. */
export function planReminders(state: KeeperState, assessors: readonly Address[]): readonly Reminder[] {
  const reminders: Reminder[] = []
  for (const { incident, case: stands } of state.cases) {
    const votes = state.index.cases.get(incident)
    const from = stands.commitFrom + stands.commitTime
    const until = from + stands.revealTime
    if (!votes || state.head.time < from || state.head.time >= until) continue
    for (const assessor of assessors.map((address) => address.toLowerCase() as Address)) {
      if (!votes.committed.has(assessor) || votes.revealed.has(assessor)) continue
      reminders.push({ id: `reveal:${incident}:${assessor}`, incident, assessor, from, until })
    }
  }
  return reminders
}
