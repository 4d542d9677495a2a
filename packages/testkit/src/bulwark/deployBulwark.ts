import { type Address, getContractAddress, type Hex, keccak256, toFunctionSelector } from 'viem'
import type { Chain } from '../createChain.ts'
import { type Deployed, deploy } from '../deploy.ts'
import { linkLibraries } from '../linkLibraries.ts'
import { readForgeArtifact } from '../readForgeArtifact.ts'
import { send } from '../send.ts'
import { type CourtContracts, deployCourt } from './deployCourt.ts'
import { deployGovernance } from './deployGovernance.ts'
import { type RoleName, roles, type Target } from './roles.ts'

/** The external libraries. */
export type LibraryName =
  | ('Sales' | 'Extensions' | 'Refunds' | 'Claims' | 'Payouts' | 'Underwriting')
  | ('Settlements' | 'LeafSettlements' | 'Recoveries' | 'FeedValue')

/** Bulwark on a chain. */
export type Bulwark = CourtContracts & {
  readonly chain: Chain
  readonly accessManager: Deployed
  /** Holds ADMIN and REGISTRAR: the launch council proposes to it, and after the launch the governor. */
  readonly timelock: Deployed
  /** The vote of the token's holders. */
  readonly governor: Deployed
  /** What members vote with, and assessors stake. */
  readonly token: Deployed
  readonly listings: Deployed
  readonly covers: Deployed
  readonly incidents: Deployed
  /** Proves what an account held at the block of a loss. */
  readonly lossProofs: Deployed
  /** Takes distressed tokens against payouts, and sells them. */
  readonly salvage: Deployed
  readonly factory: Deployed
  readonly priceFeedTrigger: Deployed
  readonly vaultLossTrigger: Deployed
  readonly deficitTrigger: Deployed
  readonly reserveTrigger: Deployed
  readonly frozenTrigger: Deployed
  readonly reportTrigger: Deployed
  /** Rules by UMA's optimistic oracle; only where there is one. */
  readonly optimistic?: Deployed
  /** Draws covers; `Listings` names it. */
  readonly descriptor: Deployed
  /** External libraries of the pools, and of the incidents, by name. */
  readonly libraries: Readonly<Record<LibraryName, Deployed>>
  /** The pool's ABI and its linked creation code, which the factory wants to be given. */
  readonly pool: { readonly abi: Deployed['abi']; readonly bytecode: Hex }
}

/** What is deployed, and who is set up. */
export type DeployBulwarkParameters = {
  /** Runs while the deployer is still admin: registries that the timelock guards afterwards. */
  configure?: (bulwark: Bulwark) => Promise<void>
  /** Blocks from one whose state counts for proofs of holdings to the next. @default 1,800, six hours of mainnet */
  grid?: bigint
  /** Does the vote decide, or still the launch council? @default false */
  launched?: boolean
  /** UMA's Optimistic Oracle V3: with it, what rules by it is deployed and approved. @default none */
  optimisticOracle?: Address
}

/** Seconds ahead that what reduces risk is announced. */
export const reducerDelay = 2n * 86_400n

/**
 * Deploys Bulwark: every contract, every role, and the timelock as the only admin in the end.
 *
 * @throws {ArtifactNotFoundError} if the contracts have not been compiled.
 * @example
 * const bulwark = await deployBulwark(chain)
 * await chain.public.readContract({ ...bulwark.factory, functionName: 'count' })
 */
export async function deployBulwark(
  chain: Chain,
  { configure, grid = 1_800n, launched = false, optimisticOracle }: DeployBulwarkParameters = {},
): Promise<Bulwark> {
  const { deployer, guardian, ratePoster, treasury } = chain.actors
  const library = async (name: string) => deploy(chain, await readForgeArtifact(name))
  const libraries = {
    Sales: await library('Sales'),
    Backings: await library('Backings'),
    Extensions: await library('Extensions'),
    Refunds: await library('Refunds'),
    Claims: await library('Claims'),
    Payouts: await library('Payouts'),
    Underwriting: await library('Underwriting'),
    Settlements: await library('Settlements'),
    LeafSettlements: await library('LeafSettlements'),
    Recoveries: await library('Recoveries'),
    FeedValue: await library('FeedValue'),
  }
  const addresses = Object.fromEntries(Object.entries(libraries).map(([name, { address }]) => [name, address]))
  const pool = linkLibraries(await readForgeArtifact('Pool'), addresses)

  const { token, governor, timelock, accessManager } = await deployGovernance(chain, { launched })

  // Covers, Incidents and the factory name each other as immutables: their addresses follow from the deployer's nonce.
  const nonce = BigInt(await chain.public.getTransactionCount({ address: deployer.address }))
  const predict = (offset: bigint): Address => getContractAddress({ from: deployer.address, nonce: nonce + offset })
  const [listingsAt, coversAt, incidentsAt, factoryAt] = [predict(0n), predict(1n), predict(2n), predict(3n)]
  const [lossProofsAt, salvageAt] = [predict(4n), predict(5n)]
  const listings = await deploy(chain, {
    ...(await readForgeArtifact('Listings')),
    args: [accessManager.address, treasury.address],
  })
  const covers = await deploy(chain, {
    ...(await readForgeArtifact('Covers')),
    args: [factoryAt, listingsAt, incidentsAt],
  })
  const incidents = await deploy(chain, {
    ...linkLibraries(await readForgeArtifact('Incidents'), addresses),
    args: [listingsAt, coversAt, lossProofsAt, salvageAt],
  })
  const factory = await deploy(chain, {
    ...(await readForgeArtifact('PoolFactory')),
    args: [coversAt, listingsAt, incidentsAt, keccak256(pool.bytecode), accessManager.address],
  })
  const lossProofs = await deploy(chain, {
    ...linkLibraries(await readForgeArtifact('LossProofs'), addresses),
    args: [accessManager.address, coversAt, incidentsAt, grid],
  })
  const salvage = await deploy(chain, {
    ...(await readForgeArtifact('Salvage')),
    args: [incidentsAt, coversAt, listingsAt, lossProofsAt],
  })
  const adjudicator = async (name: string, ...more: readonly Address[]) =>
    deploy(chain, { ...(await readForgeArtifact(name)), args: [incidentsAt, listingsAt, ...more] })
  const adjudicators = {
    priceFeedTrigger: await adjudicator('PriceFeedTrigger'),
    vaultLossTrigger: await adjudicator('VaultLossTrigger'),
    deficitTrigger: await adjudicator('DeficitTrigger'),
    reserveTrigger: await adjudicator('ReserveTrigger'),
    frozenTrigger: await adjudicator('FrozenTrigger'),
    reportTrigger: await adjudicator('ReportTrigger', coversAt),
    ...(optimisticOracle && { optimistic: await adjudicator('Optimistic', optimisticOracle) }),
  }
  const descriptor = await deploy(chain, {
    ...(await readForgeArtifact('CoverDescriptor')),
    args: [coversAt, listingsAt, incidentsAt],
  })

  const { court, membersAppeal } = await deployCourt({ chain, accessManager, incidents, listings, covers, token })
  const bulwark: Bulwark = {
    chain,
    accessManager,
    timelock,
    governor,
    token,
    listings,
    covers,
    incidents,
    lossProofs,
    salvage,
    factory,
    ...adjudicators,
    ...{ court, membersAppeal },
    descriptor,
    libraries,
    pool: { abi: pool.abi, bytecode: pool.bytecode },
  }
  const asAdmin = (contract: Deployed, functionName: string, args: readonly unknown[]) =>
    send(chain, { ...contract, functionName, args, account: deployer })
  for (const { address } of Object.values(adjudicators)) await asAdmin(listings, 'setAdjudicator', [address, true])
  await asAdmin(listings, 'setDescriptor', [descriptor.address])
  await configure?.(bulwark)

  // From here on every restricted function has its role, and the timelock alone changes anything.
  const members: Record<Exclude<RoleName, 'REGISTRAR'>, { who: Address; delay: bigint }> = {
    RATE_POSTER: { who: ratePoster.address, delay: 0n },
    GUARDIAN: { who: guardian.address, delay: 0n },
    RISK_REDUCER: { who: guardian.address, delay: reducerDelay },
  }
  for (const [name, { id, functions }] of Object.entries(roles)) {
    await asAdmin(accessManager, 'labelRole', [id, name])
    for (const [target, bounds] of Object.entries(functions)) {
      const selectors = Object.keys(bounds).map((signature) => toFunctionSelector(signature))
      await asAdmin(accessManager, 'setTargetFunctionRole', [bulwark[target as Target].address, selectors, id])
    }
    if (name === 'REGISTRAR') continue
    const { who, delay } = members[name as keyof typeof members]
    await asAdmin(accessManager, 'grantRole', [id, who, delay])
  }
  await asAdmin(accessManager, 'handOver', [])
  return bulwark
}
