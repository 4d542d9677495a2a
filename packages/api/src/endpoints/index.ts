import { accountEndpoints } from './accounts.ts'
import { courtEndpoints } from './court.ts'
import { coverEndpoints } from './covers.ts'
import type { Endpoint } from './Endpoint.ts'
import { figureEndpoints } from './figures.ts'
import { governanceEndpoints } from './governance.ts'
import { incidentEndpoints } from './incidents.ts'
import { ledgerEndpoints } from './ledger.ts'
import { listingEndpoints } from './listings.ts'
import { poolEndpoints } from './pools.ts'
import { protocolEndpoints } from './protocol.ts'
import { quoteEndpoints } from './quotes.ts'
import { textEndpoints } from './texts.ts'

/** Every question that the API answers about a deployment. */
export const endpoints: readonly Endpoint[] = [
  ...[...poolEndpoints, ...ledgerEndpoints, ...listingEndpoints, ...coverEndpoints, ...incidentEndpoints],
  ...[...figureEndpoints, ...quoteEndpoints, ...textEndpoints],
  ...[...courtEndpoints, ...governanceEndpoints, ...accountEndpoints, ...protocolEndpoints],
]
