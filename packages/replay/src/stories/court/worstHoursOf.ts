import { settlementAllowance } from '@bulwark/sdk'
import { courtParameters } from '@bulwark/testkit'
import { day, hour } from '../time.ts'

/** Seconds that anyone has to take a decided case in. */
const ruling = 3 * day

/** Hours from a loss to the money at worst, under the court's first parameters; `grace` and `arbitrationTime` in seconds. */
export function worstHoursOf({ grace, arbitrationTime }: { grace: number; arbitrationTime: number }): number {
  const { openTime, evidenceTime, answerTime, commitTime, revealTime, appealTime } = courtParameters
  const judging = openTime + evidenceTime + answerTime + commitTime + revealTime + appealTime
  return (grace + judging + arbitrationTime + ruling + Number(settlementAllowance)) / hour
}
