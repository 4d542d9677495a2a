import type { Deployed } from '@bulwark/testkit'
import type { Stage } from '../Stage.ts'
import { day } from '../time.ts'
import type { ListParameters } from '../types.ts'
import { klerosOf } from './convene.ts'

/** What is listed under the court's judgement. */
export type JudgedListing = Pick<ListParameters, 'wording' | 'summary' | 'rate' | 'terms'> & {
  name: string
  /** Token of the bond, and what a claim costs who is wrong; units. */
  currency: Deployed
  bond: bigint
}

/** Seconds that whoever hears appeals has. */
export const arbitrationTime = 20 * day
/** Part of the bond, bp, that repays an appeal that was needed or changed the award. */
const repayShare = 3_000

/** Creates a listing that the court judges; appeals go to Kleros where the story has it, else to the members' vote. */
export async function listJudged(stage: Stage, listing: JudgedListing): Promise<void> {
  const { name, currency, bond, terms, ...told } = listing
  const { court, membersAppeal } = stage.bulwark
  const kleros = klerosOf(stage)
  const arbitrator = (kleros?.liquid ?? membersAppeal).address
  await stage.list(name, {
    ...told,
    trigger: court,
    metaEvidence: metaEvidenceOf(name),
    config: { arbitrator, arbitrationTime, repayShare, extraData: kleros?.extraData ?? '0x' },
    terms: { bondToken: currency.address, bond, eventWindow: 3 * day, waiting: 2 * day, minPeriod: 3 * day, ...terms },
  })
}

/** What is asked of an arbitrator, as ERC-1497 wants it, in the reference itself: no file server is needed. */
function metaEvidenceOf(name: string): string {
  const evidence = {
    category: 'Insurance claim',
    title: `A claim on ${name}`,
    description: 'The wording is in the event that created the listing.',
    question: 'What is granted of this claim?',
    rulingOptions: { titles: ['Nothing', 'The award of the assessors', 'The amount claimed'] },
  }
  return `data:application/json,${encodeURIComponent(JSON.stringify(evidence))}`
}
