import { prepareCollectCredit, prepareCollectEarnings, prepareCollectFees, prepareCollectPayout } from '@bulwark/sdk'
import type { Address } from 'viem'
import type { KeeperState } from '../state/KeeperState.ts'
import type { Action } from './Action.ts'

/** Fees are collected once a week. */
const week = 604_800n

/** Bonds, fees and kept payouts that anybody may send to whom they are owed. */
export function planCollections({ index, contracts, head }: KeeperState): Action[] {
  const actions: Action[] = []
  const incidents = contracts.incidents as Address
  const add = (id: string, call: ReturnType<typeof prepareCollectFees>) => {
    const task = { kind: 'call', call } as const
    actions.push({ id: `collect:${id}`, job: 'collect', urgency: 'idle', delayCost: 0n, task })
  }
  for (const { at, token, account, amount } of index.credits.values()) {
    const id = `${at}:${token}:${account}:${amount}`
    if (at === incidents) add(id, prepareCollectCredit({ incidents, token, recipient: account }))
    else add(id, prepareCollectEarnings({ court: at, token, earner: account }))
  }
  for (const { address: pool, kept, soldAt, feesAt } of index.pools.values()) {
    for (const [recipient, amount] of kept)
      add(`${pool}:${recipient}:${amount}`, prepareCollectPayout({ pool, recipient }))
    if (soldAt > feesAt && head.time >= feesAt + week) add(`fees:${pool}:${feesAt}`, prepareCollectFees({ pool }))
  }
  return actions
}
