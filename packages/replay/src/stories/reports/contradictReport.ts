import type { Actor } from '@bulwark/testkit'
import type { Stage } from '../Stage.ts'
import type { InsuredEvent } from '../types.ts'
import { signReport } from './signReport.ts'
import type { Report } from './types.ts'

/** One who signed a report states another one: it is suspended, and he never signs again. */
export async function contradictReport(
  stage: Stage,
  listing: string,
  event: InsuredEvent,
  stated: Report,
  signers: readonly Actor[],
): Promise<void> {
  const { trigger, number } = stage.listing(listing)
  const report = { ...stated, time: stage.now }
  await stage.send(trigger, 'contradict', [
    number,
    event,
    report,
    await signReport(stage, listing, event, report, signers),
  ])
}
