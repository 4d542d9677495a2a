import type { Stage } from '../Stage.ts'
import type { InsuredEvent } from '../types.ts'
import { keyOf } from './keyOf.ts'

/** Proves a report that stands, which rules; the incident. */
export async function proveReport(stage: Stage, listing: string, event: InsuredEvent, pool: string): Promise<bigint> {
  const { trigger, number } = stage.listing(listing)
  await stage.send(trigger, 'prove', [number, event, stage.pool(pool).address], { value: await stage.fee() })
  return stage.read<bigint>(trigger, 'incidentOf', [number, keyOf(event)])
}
