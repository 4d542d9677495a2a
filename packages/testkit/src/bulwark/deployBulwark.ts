import { type Address, getContractAddress, type Hex, keccak256, toFunctionSelector, zeroAddress } from 'viem'
import type { Chain } from '../createChain.ts'
import { type Deployed, deploy } from '../deploy.ts'
import { linkLibraries } from '../linkLibraries.ts'
import { readForgeArtifact } from '../readForgeArtifact.ts'
import { readPackageArtifact } from '../readPackageArtifact.ts'
import { send } from '../send.ts'
import { type RoleName, roles } from './roles.ts'

/** The external libraries. */
export type LibraryName =
  | ('Sales' | 'Extensions' | 'Refunds' | 'Claims' | 'Payouts' | 'Underwriting')
  | ('Settlements' | 'LeafSettlements' | 'Recoveries' | 'FeedValue')

/** Bulwark on a chain. */
export type Bulwark = {
  readonly chain: Chain
  readonly accessManager: Deployed
  /** Admin of every restricted function until governance exists. */
  readonly timelock: Deployed
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
}

/** Seconds that the timelock waits: the standard exit cooldown and two days. */
export const timelockDelay = 16n * 86_400n

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
  { configure, grid = 1_800n }: DeployBulwarkParameters = {},
): Promise<Bulwark> {
  const { deployer, guardian, ratePoster, treasury, arbitrator } = chain.actors
  const library = async (name: string) => deploy(chain, await readForgeArtifact(name))
  const libraries = {
    Sales: await library('Sales'),
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

  const openZeppelin = (name: string) => readPackageArtifact(`@openzeppelin/contracts/build/contracts/${name}.json`)
  const accessManager = await deploy(chain, { ...(await openZeppelin('AccessManager')), args: [deployer.address] })
  const timelock = await deploy(chain, {
    ...(await openZeppelin('TimelockController')),
    args: [timelockDelay, [arbitrator.address], [arbitrator.address], zeroAddress],
  })

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
    args: [coversAt, listingsAt, incidentsAt, keccak256(pool.bytecode)],
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
  }
  const descriptor = await deploy(chain, {
    ...(await readForgeArtifact('CoverDescriptor')),
    args: [coversAt, listingsAt, incidentsAt],
  })

  const bulwark: Bulwark = {
    chain,
    accessManager,
    timelock,
    listings,
    covers,
    incidents,
    lossProofs,
    salvage,
    factory,
    ...adjudicators,
    descriptor,
    libraries,
    pool: { abi: pool.abi, bytecode: pool.bytecode },
  }
  const asAdmin = (contract: Deployed, functionName: string, args: readonly unknown[]) =>
    send(chain, { ...contract, functionName, args, account: deployer })
  for (const { address } of Object.values(adjudicators)) await asAdmin(listings, 'setAdjudicator', [address, true])
  await asAdmin(listings, 'setDescriptor', [descriptor.address])
  await configure?.(bulwark)

  // From here on every restricted function has its role, and the timelock is the only admin.
  const members: Record<RoleName, Address> = {
    RATE_POSTER: ratePoster.address,
    REGISTRAR: timelock.address,
    GUARDIAN: guardian.address,
  }
  const selectorsOf = (functions: readonly string[]) => functions.map((signature) => toFunctionSelector(signature))
  for (const [name, { id, functions, proofFunctions = [] }] of Object.entries(roles)) {
    await asAdmin(accessManager, 'labelRole', [id, name])
    await asAdmin(accessManager, 'setTargetFunctionRole', [listings.address, selectorsOf(functions), id])
    await asAdmin(accessManager, 'setTargetFunctionRole', [lossProofs.address, selectorsOf(proofFunctions), id])
    await asAdmin(accessManager, 'grantRole', [id, members[name as RoleName], 0])
  }
  await asAdmin(accessManager, 'grantRole', [0n, timelock.address, 0])
  await asAdmin(accessManager, 'renounceRole', [0n, deployer.address])
  return bulwark
}
