import { type Abi, type Log, parseEventLogs } from 'viem'
import type { SoldCover } from './types.ts'

/** Covers settled in one transaction. */
const batch = 4

type Paid = { payout?: bigint; payments?: readonly bigint[] }

/** What a settlement by leaves paid: to accounts by a sponsor's cover, or on a cover of one account. */
export function paidBy(abi: Abi, logs: Log[]): bigint {
  let paid = 0n
  for (const { eventName, args } of parseEventLogs({ abi, logs }) as unknown as { eventName: string; args: Paid }[]) {
    if (eventName === 'CoverSettled') paid += args.payout ?? 0n
    if (eventName === 'LeavesSettled') for (const payment of args.payments ?? []) paid += payment >> 160n
  }
  return paid
}

/** Batches in which no holder appears twice, so that what came in tells what each cover was paid. */
export function inBatches(covers: readonly SoldCover[]): SoldCover[][] {
  const batches: SoldCover[][] = []
  for (const cover of covers) {
    const last = batches.at(-1)
    if (last && last.length < batch && last.every(({ holder }) => holder !== cover.holder)) last.push(cover)
    else batches.push([cover])
  }
  return batches
}
