import type { Account, Chain, Client, Transport } from 'viem'
import { type BulwarkAddresses, bind } from '../internal/bind.ts'
import { type AccessManagerWrites, accessManagerWrites } from './wallet/accessManager.ts'
import { type CourtWrites, courtWrites } from './wallet/court.ts'
import { type CoversWrites, coversWrites } from './wallet/covers.ts'
import { type DeficitTriggerWrites, deficitTriggerWrites } from './wallet/deficitTrigger.ts'
import { type FactoryWrites, factoryWrites } from './wallet/factory.ts'
import { type FrozenTriggerWrites, frozenTriggerWrites } from './wallet/frozenTrigger.ts'
import { type GovernanceTokenWrites, governanceTokenWrites } from './wallet/governanceToken.ts'
import { type GovernorWrites, governorWrites } from './wallet/governor.ts'
import { type IncidentsWrites, incidentsWrites } from './wallet/incidents.ts'
import { type ListingsWrites, listingsWrites } from './wallet/listings.ts'
import { type LossProofsWrites, lossProofsWrites } from './wallet/lossProofs.ts'
import { type MarkedTriggerWrites, markedTriggerWrites } from './wallet/markedTrigger.ts'
import { type MembersAppealWrites, membersAppealWrites } from './wallet/membersAppeal.ts'
import { type OptimisticWrites, optimisticWrites } from './wallet/optimistic.ts'
import { type PoolWrites, poolWrites } from './wallet/pool.ts'
import { type PriceFeedTriggerWrites, priceFeedTriggerWrites } from './wallet/priceFeedTrigger.ts'
import { type ReadingTriggerWrites, readingTriggerWrites } from './wallet/readingTrigger.ts'
import { type ReportTriggerWrites, reportTriggerWrites } from './wallet/reportTrigger.ts'
import { type ReserveTriggerWrites, reserveTriggerWrites } from './wallet/reserveTrigger.ts'
import { type SalvageWrites, salvageWrites } from './wallet/salvage.ts'
import { type SignaturesWrites, signaturesWrites } from './wallet/signatures.ts'
import { type StatementRegistryWrites, statementRegistryWrites } from './wallet/statementRegistry.ts'
import { type TimelockWrites, timelockWrites } from './wallet/timelock.ts'
import { type VaultLossTriggerWrites, vaultLossTriggerWrites } from './wallet/vaultLossTrigger.ts'

const actions = {
  ...accessManagerWrites,
  ...courtWrites,
  ...coversWrites,
  ...deficitTriggerWrites,
  ...factoryWrites,
  ...frozenTriggerWrites,
  ...governanceTokenWrites,
  ...governorWrites,
  ...incidentsWrites,
  ...listingsWrites,
  ...lossProofsWrites,
  ...markedTriggerWrites,
  ...membersAppealWrites,
  ...optimisticWrites,
  ...poolWrites,
  ...priceFeedTriggerWrites,
  ...readingTriggerWrites,
  ...reportTriggerWrites,
  ...reserveTriggerWrites,
  ...salvageWrites,
  ...signaturesWrites,
  ...statementRegistryWrites,
  ...timelockWrites,
  ...vaultLossTriggerWrites,
} as const

/** Every write, as a method of a client. */
export type BulwarkWalletActions<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = AccessManagerWrites<chain, account> &
  CourtWrites<chain, account> &
  CoversWrites<chain, account> &
  DeficitTriggerWrites<chain, account> &
  FactoryWrites<chain, account> &
  FrozenTriggerWrites<chain, account> &
  GovernanceTokenWrites<chain, account> &
  GovernorWrites<chain, account> &
  IncidentsWrites<chain, account> &
  ListingsWrites<chain, account> &
  LossProofsWrites<chain, account> &
  MarkedTriggerWrites<chain, account> &
  MembersAppealWrites<chain, account> &
  OptimisticWrites<chain, account> &
  PoolWrites<chain, account> &
  PriceFeedTriggerWrites<chain, account> &
  ReadingTriggerWrites<chain, account> &
  ReportTriggerWrites<chain, account> &
  ReserveTriggerWrites<chain, account> &
  SalvageWrites<chain, account> &
  SignaturesWrites<chain, account> &
  StatementRegistryWrites<chain, account> &
  TimelockWrites<chain, account> &
  VaultLossTriggerWrites<chain, account>

/**
 * Puts every write on a client, with the addresses filled in. For the smallest bundle import the actions that you need
 * instead.
 *
 * @param addresses where Bulwark is; what is left out has to be given at each call.
 * @returns an extension for viem's `client.extend`.
 * @example
 * const bulwark = wallet.extend(bulwarkWalletActions({ listings, covers, incidents, factory, pool }))
 * const hash = await bulwark.step({ max: 8n })
 */
export function bulwarkWalletActions(addresses: BulwarkAddresses = {}) {
  return <chain extends Chain | undefined, account extends Account | undefined>(
    client: Client<Transport, chain, account>,
  ): BulwarkWalletActions<chain, account> =>
    bind(client, actions, addresses) as unknown as BulwarkWalletActions<chain, account>
}
