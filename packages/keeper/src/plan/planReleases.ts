import { prepareRelease } from '@bulwark/sdk'
import type { PoolIndex, RiskIndex } from '../state/ChainIndex.ts'
import type { KeeperState } from '../state/KeeperState.ts'
import type { Action } from './Action.ts'

const day = 86_400n

/** Exposure that ran off since the last release of its risk: it holds capital that nobody needs. */
export function planReleases({ index, head }: KeeperState): Action[] {
  const today = head.time / day
  const frozen = new Set<string>()
  for (const { status, risk, number } of index.incidents.values()) {
    const isHeld = [...index.pools.values()].some(({ reserves }) => reserves.get(number)?.released === false)
    if (status === 'open' || isHeld) frozen.add(risk)
  }
  const actions: Action[] = []
  for (const pool of index.pools.values()) {
    for (const risk of pool.risks.values()) {
      if (frozen.has(risk.risk) || !hasRunOff(risk, index.listings.get(risk.listing)?.grace ?? 0n, today)) continue
      actions.push(release(pool, risk, today))
    }
  }
  return actions
}

function hasRunOff({ covers, releasedAt }: RiskIndex, grace: bigint, today: bigint): boolean {
  const released = releasedAt / day
  for (const { end, cancelled } of covers.values()) {
    const runsOff = (end + grace + day - 1n) / day
    if (!cancelled && released < runsOff && runsOff <= today) return true
  }
  return false
}

function release({ address: pool }: PoolIndex, { risk }: RiskIndex, today: bigint): Action {
  const call = prepareRelease({ pool, risk })
  return {
    ...{ id: `release:${pool}:${risk}:${today}`, job: 'release', urgency: 'idle' },
    ...{ delayCost: 0n, task: { kind: 'call', call } },
  }
}
