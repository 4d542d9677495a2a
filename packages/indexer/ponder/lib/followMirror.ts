import {
  applyPoolEvent,
  capitalAt,
  loadPool,
  type MirrorStore,
  type PoolRecord,
  shareValueAt,
} from '@bulwark/risk/mirror'
import { poolSnapshots } from '../ponder.schema.ts'
import { mirrorStore } from './mirrorStore.ts'
import { project } from './project.ts'
import type { Indexed } from './types.ts'

const contracts = new Set(['listings', 'factory', 'incidents', 'pool'])

/** Moves the twin of the pools by an event, brings the tables up to what it says, and notes each pool's solvency. */
export async function followMirror(event: Indexed<unknown>, transactionIndex: number): Promise<void> {
  if (!contracts.has(event.contract)) return
  const { address, args, chainId, db, name: eventName, timestamp } = event
  const store = mirrorStore(db, chainId)
  // A pool's asset is anybody's choice: one that behaves like no token must not hold up the others.
  await applyPoolEvent(store, { address, timestamp, eventName, args }, { quarantine: true })
  for (const touched of store.touched) {
    await project(event, store, touched)
    if (touched.kind !== 'pool' || (touched.record as PoolRecord).diverged) continue
    await snapshot(event, { store, pool: touched.key, transactionIndex })
  }
}

type Snapshot = { store: MirrorStore; pool: string; transactionIndex: number }

async function snapshot(event: Indexed<unknown>, { store, pool, transactionIndex }: Snapshot): Promise<void> {
  const { chainId, db, place, timestamp } = event
  const mirrored = await loadPool(store, pool, timestamp)
  const { supply, decimals } = mirrored.pool
  const report = capitalAt(mirrored, timestamp)
  // A whole share: ten to the asset's decimals times the shares that a unit buys at first.
  const whole = 10n ** decimals * mirrored.pool.virtualShares
  const sharePrice = shareValueAt(mirrored, timestamp).assetsOf(whole)
  const row = { ...place, ...report, totalAssets: report.high, supply, sharePrice }
  await db
    .insert(poolSnapshots)
    .values({ chainId, pool: pool as `0x${string}`, transactionIndex, ...row })
    .onConflictDoUpdate(row)
}
