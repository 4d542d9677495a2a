import type { KeeperState } from '../state/KeeperState.ts'
import { type Action, urgencies } from './Action.ts'
import { planCases } from './planCases.ts'
import { planCollections } from './planCollections.ts'
import { planExits } from './planExits.ts'
import { planFeeds } from './planFeeds.ts'
import { planGrid } from './planGrid.ts'
import { planIncidents } from './planIncidents.ts'
import { planRates } from './planRates.ts'
import { planReadings } from './planReadings.ts'
import { planReleases } from './planReleases.ts'
import { planReports } from './planReports.ts'
import { planSettlements } from './planSettlements.ts'
import { planSteps } from './planSteps.ts'

const jobs = [
  ...[planFeeds, planReadings, planReports, planIncidents, planSteps, planSettlements, planExits],
  ...[planReleases, planGrid, planCases, planCollections, planRates],
]

/**
 * Says what has to happen: pure, without a clock and without a network. It may name what the contracts refuse for a
 * reason that costs too much to know; each action is simulated before it is sent.
 *
 * @returns the actions, the most urgent first, and of these the one whose delay costs the holders most.
 * @example
 * for (const { id } of plan(state)) console.log(id)
 */
export function plan(state: KeeperState): readonly Action[] {
  const actions = jobs.flatMap((job) => job(state))
  return actions.sort((a, b) => {
    const order = urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency)
    if (order !== 0) return order
    return a.delayCost === b.delayCost ? 0 : a.delayCost > b.delayCost ? -1 : 1
  })
}
