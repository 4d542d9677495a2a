import { type Hex, stringToHex, zeroAddress } from 'viem'
import type { Chain } from '../createChain.ts'
import { type Deployed, deploy } from '../deploy.ts'
import { readPackageArtifact } from '../readPackageArtifact.ts'
import { send } from '../send.ts'

/** UMA's own contracts on a test chain: the optimistic oracle, and the vote that decides what is disputed. */
export type Uma = {
  readonly chain: Chain
  /** Optimistic Oracle V3. */
  readonly oracle: Deployed
  /** VotingV2: rounds of two phases, commit and reveal. */
  readonly voting: Deployed
  readonly votingToken: Deployed
  /** Receives what losers pay. */
  readonly store: Deployed
  /** Currencies that the oracle takes. */
  readonly currencies: Deployed
  /** Seconds of a phase. */
  readonly phaseLength: number
}

/** The parameters of {@link startUma}. */
export type StartUmaParameters = {
  /** Seconds of a phase. @default a day, as on mainnet */
  phaseLength?: number
}

const root = '@uma/contracts-node/dist/packages/core/artifacts/contracts'
const voted = `${root}/data-verification-mechanism/implementation`
const wad = 10n ** 18n

/** What each of the voters stakes. The quorum is 5 million, as on mainnet; agreement takes half. */
const stake = 4n * 10n ** 6n * wad
const maxRolls = 4
const unstakeCoolDown = 7 * 86_400

const bytes32 = (text: string): Hex => stringToHex(text, { size: 32 })
const read = (path: string, name: string) => readPackageArtifact(`${path}/${name}.sol/${name}.json`)

/**
 * Deploys UMA's Optimistic Oracle V3 and its vote from UMA's own bytecode, with two voters who have staked. It takes no currency yet.
 *
 * @example
 * const uma = await startUma(chain)
 * await listUmaCurrency(uma, { currency: usdc.address, finalFee: 250_000_000n })
 */
export async function startUma(chain: Chain, { phaseLength = 86_400 }: StartUmaParameters = {}): Promise<Uma> {
  const { deployer, voters } = chain.actors
  const make = async (path: string, name: string, args: readonly unknown[] = []) =>
    deploy(chain, { ...(await read(path, name)), args })
  const call = (contract: Deployed, functionName: string, args: readonly unknown[], account = deployer) =>
    send(chain, { ...contract, functionName, args, account })

  const finder = await make(voted, 'Finder')
  const identifiers = await make(voted, 'IdentifierWhitelist')
  const currencies = await make(`${root}/common/implementation`, 'AddressWhitelist')
  const registry = await make(voted, 'Registry')
  const none = { rawValue: 0n }
  const store = await make(voted, 'Store', [none, none, zeroAddress])
  const votingToken = await make(voted, 'VotingToken')
  const staked = voters.slice(0, 2)
  await call(votingToken, 'addMember', [1n, deployer.address])
  for (const { address } of staked) await call(votingToken, 'mint', [address, stake])
  const slashing = await make(voted, 'FixedSlashSlashingLibrary', [wad / 1000n, 0n])
  const [quorum, agreement, maxRequests] = [5n * 10n ** 6n * wad, wad / 2n, 1000]
  const voting = await make(voted, 'VotingV2', [
    ...[0n, unstakeCoolDown, phaseLength, maxRolls, maxRequests, quorum, agreement],
    ...[votingToken.address, finder.address, slashing.address, zeroAddress],
  ])
  const parts = { Oracle: voting, Store: store, IdentifierWhitelist: identifiers, CollateralWhitelist: currencies }
  for (const [name, { address }] of Object.entries({ ...parts, Registry: registry })) {
    await call(finder, 'changeImplementationAddress', [bytes32(name), address])
  }
  const oracle = await make(`${root}/optimistic-oracle-v3/implementation`, 'OptimisticOracleV3', [
    ...[finder.address, zeroAddress, 7_200n],
  ])
  await call(identifiers, 'addSupportedIdentifier', [bytes32('ASSERT_TRUTH')])
  await call(registry, 'addMember', [1n, deployer.address])
  await call(registry, 'registerContract', [[], oracle.address])

  for (const voter of staked) {
    await call(votingToken, 'approve', [voting.address, stake], voter)
    await call(voting, 'stake', [stake], voter)
  }
  return { chain, oracle, voting, votingToken, store, currencies, phaseLength }
}
