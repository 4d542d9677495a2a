import type { ContractError, ContractErrorName, ContractErrorOptions } from './base.ts'
import { accessByName } from './byName/access.ts'
import { accessManagerByName } from './byName/accessManager.ts'
import { arithmeticByName } from './byName/arithmetic.ts'
import { capitalByName } from './byName/capital.ts'
import { changesByName } from './byName/changes.ts'
import { courtByName } from './byName/court.ts'
import { coversByName } from './byName/covers.ts'
import { governanceByName } from './byName/governance.ts'
import { governanceTokenByName } from './byName/governanceToken.ts'
import { incidentsByName } from './byName/incidents.ts'
import { leavesByName } from './byName/leaves.ts'
import { listingsByName } from './byName/listings.ts'
import { membersAppealByName } from './byName/membersAppeal.ts'
import { optimisticByName } from './byName/optimistic.ts'
import { priceFeedTriggerByName } from './byName/priceFeedTrigger.ts'
import { proofErrors } from './byName/proofErrors.ts'
import { ratesByName } from './byName/rates.ts'
import { readingTriggerByName } from './byName/readingTrigger.ts'
import { reportTriggerByName } from './byName/reportTrigger.ts'
import { salesByName } from './byName/sales.ts'
import { timelockByName } from './byName/timelock.ts'
import { tokensByName } from './byName/tokens.ts'

/**
 * The class of each custom error of the contracts. A new error in an ABI does not compile until it has a class and a
 * sentence here.
 */
export const contractErrors = {
  ...proofErrors,
  ...accessByName,
  ...accessManagerByName,
  ...arithmeticByName,
  ...capitalByName,
  ...changesByName,
  ...courtByName,
  ...coversByName,
  ...governanceByName,
  ...governanceTokenByName,
  ...incidentsByName,
  ...leavesByName,
  ...listingsByName,
  ...membersAppealByName,
  ...optimisticByName,
  ...priceFeedTriggerByName,
  ...ratesByName,
  ...readingTriggerByName,
  ...reportTriggerByName,
  ...salesByName,
  ...timelockByName,
  ...tokensByName,
} as const satisfies {
  [name in ContractErrorName]: new (
    options: ContractErrorOptions<name>,
  ) => ContractError<name>
}
