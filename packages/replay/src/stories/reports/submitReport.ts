import type { Actor } from '@bulwark/testkit'
import type { Stage } from '../Stage.ts'
import type { InsuredEvent } from '../types.ts'
import { signReport } from './signReport.ts'
import type { Report } from './types.ts'

/** Signers state a report, and anyone brings it to the trigger, which keeps it open to contradiction for a day. */
export async function submitReport(
  stage: Stage,
  listing: string,
  event: InsuredEvent,
  stated: Report,
  signers: readonly Actor[],
): Promise<void> {
  const { trigger, number } = stage.listing(listing)
  const report = { ...stated, time: stage.now }
  await stage.send(trigger, 'submit', [number, event, report, await signReport(stage, listing, event, report, signers)])
}
