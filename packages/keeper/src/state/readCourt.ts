import { getCase, getCaseOutcome } from '@bulwark/sdk'
import type { CaseState } from './KeeperState.ts'
import type { ReadContext } from './StateReader.ts'

/** Reads the cases of the court that are not settled, each with where it stands. */
export async function readCourt({ client, contracts, index, blockNumber }: ReadContext): Promise<readonly CaseState[]> {
  const { court } = contracts
  if (!court) return []
  const open = [...index.cases.values()].filter(({ settled }) => !settled)
  return Promise.all(
    open.map(async ({ incident }) => {
      const [stands, outcome] = await Promise.all([
        getCase(client, { court, incident, blockNumber }),
        getCaseOutcome(client, { court, incident, blockNumber }),
      ])
      return { incident, case: stands, outcome }
    }),
  )
}
