import type { Chain, Client, Transport } from 'viem'
import { type Bound, type BulwarkAddresses, bind } from '../internal/bind.ts'
import { accessManagerReads } from './public/accessManager.ts'
import { adjudicatorReads } from './public/adjudicator.ts'
import { courtReads } from './public/court.ts'
import { coversReads } from './public/covers.ts'
import { deficitTriggerReads } from './public/deficitTrigger.ts'
import { descriptorReads } from './public/descriptor.ts'
import { erc165Reads } from './public/erc165.ts'
import { factoryReads } from './public/factory.ts'
import { frozenTriggerReads } from './public/frozenTrigger.ts'
import { governanceTokenReads } from './public/governanceToken.ts'
import { governorReads } from './public/governor.ts'
import { incidentsReads } from './public/incidents.ts'
import { listingsReads } from './public/listings.ts'
import { lossProofsReads } from './public/lossProofs.ts'
import { markedTriggerReads } from './public/markedTrigger.ts'
import { membersAppealReads } from './public/membersAppeal.ts'
import { optimisticReads } from './public/optimistic.ts'
import { poolReads } from './public/pool.ts'
import { priceFeedTriggerReads } from './public/priceFeedTrigger.ts'
import { readingTriggerReads } from './public/readingTrigger.ts'
import { reportTriggerReads } from './public/reportTrigger.ts'
import { reserveTriggerReads } from './public/reserveTrigger.ts'
import { salvageReads } from './public/salvage.ts'
import { statementRegistryReads } from './public/statementRegistry.ts'
import { timelockReads } from './public/timelock.ts'
import { vaultLossTriggerReads } from './public/vaultLossTrigger.ts'

const actions = {
  ...accessManagerReads,
  ...adjudicatorReads,
  ...courtReads,
  ...coversReads,
  ...deficitTriggerReads,
  ...descriptorReads,
  ...erc165Reads,
  ...factoryReads,
  ...frozenTriggerReads,
  ...governanceTokenReads,
  ...governorReads,
  ...incidentsReads,
  ...listingsReads,
  ...lossProofsReads,
  ...markedTriggerReads,
  ...membersAppealReads,
  ...optimisticReads,
  ...poolReads,
  ...priceFeedTriggerReads,
  ...readingTriggerReads,
  ...reportTriggerReads,
  ...reserveTriggerReads,
  ...salvageReads,
  ...statementRegistryReads,
  ...timelockReads,
  ...vaultLossTriggerReads,
} as const

/** Every read and simulation, as a method of a client. */
export type BulwarkPublicActions = { [name in keyof typeof actions]: Bound<(typeof actions)[name]> }

/**
 * Puts every read and simulation on a client, with the addresses filled in. For the smallest bundle import the actions
 * that you need instead.
 *
 * @param addresses where Bulwark is; what is left out has to be given at each call.
 * @returns an extension for viem's `client.extend`.
 * @example
 * const bulwark = client.extend(bulwarkPublicActions({ listings, covers, incidents, factory }))
 * const { rate } = await bulwark.getRate({ listing: 1n })
 */
export function bulwarkPublicActions(addresses: BulwarkAddresses = {}) {
  return <chain extends Chain | undefined>(client: Client<Transport, chain>): BulwarkPublicActions =>
    bind(client, actions, addresses) as BulwarkPublicActions
}
