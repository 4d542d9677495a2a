import { prepareProcessRedeem } from '@bulwark/sdk'
import type { KeeperState } from '../state/KeeperState.ts'
import type { Action } from './Action.ts'
import { costOfWaiting } from './stakes.ts'

/** Exits that one transaction may serve. */
const atOnce = 16n

/** Exits whose cooldown is over, in order; not while an incident of the pool is open. */
export function planExits({ index, cursors, head }: KeeperState): Action[] {
  const frozen = new Set<string>()
  for (const { status, risk } of index.incidents.values()) if (status === 'open') frozen.add(risk)
  const actions: Action[] = []
  for (const pool of index.pools.values()) {
    const [first] = [...pool.exits.values()].sort((a, b) => Number(a.id - b.id))
    if (!first || head.time < first.askedAt + pool.cooldown) continue
    if (cursors.get(pool.address) !== BigInt(index.journal.length)) continue
    if ([...frozen].some((risk) => pool.risks.has(risk as `0x${string}`))) continue
    const shares = [...pool.exits.values()].reduce((sum, exit) => sum + exit.shares, 0n)
    const call = prepareProcessRedeem({ pool: pool.address, max: atOnce })
    actions.push({
      ...{ id: `exit:${pool.address}:${first.id}`, job: 'exit', urgency: 'soon' },
      ...{ delayCost: costOfWaiting(shares), task: { kind: 'call', call } },
    })
  }
  return actions
}
