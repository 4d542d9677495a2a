import { type Address, zeroAddress } from 'viem'
import type { Chain } from '../createChain.ts'
import { deploy } from '../deploy.ts'
import { readPackageArtifact } from '../readPackageArtifact.ts'
import { send } from '../send.ts'
import { fluxAggregatorAbi } from './fluxAggregatorAbi.ts'

/** The parameters of {@link deployPriceFeed}. */
export type DeployPriceFeedParameters = {
  /** Of the answers. @default 8 */
  decimals?: number
  /** What is priced in what, e.g. `USDC / USD`. */
  description: string
  /** The lowest answer that is taken. @default 1n */
  minAnswer?: bigint
  /** The highest answer that is taken. @default 2n ** 191n - 1n, the most that Chainlink's own aggregators hold */
  maxAnswer?: bigint
  /** Who submits answers. @default the actor `feedOracle` */
  oracle?: Address | { address: Address }
}

/** Chainlink's real aggregator and proxy on a test chain. */
export type PriceFeed = {
  readonly chain: Chain
  /** What contracts read: EACAggregatorProxy. */
  readonly proxy: Address
  /** What the oracle submits to: FluxAggregator, the proxy's phase 1. */
  readonly aggregator: Address
  readonly oracle: Address
  readonly decimals: number
  readonly description: string
}

/**
 * Deploys Chainlink's FluxAggregator behind its EACAggregatorProxy, from Chainlink's own bytecode: one oracle, no
 * payment, open to every reader. It has no round until one is submitted, and reverts with `No data present` until then.
 *
 * @example
 * const feed = await deployPriceFeed(chain, { description: 'USDC / USD' })
 * await submitRound(feed, { answer: 99_990_000n, updatedAt: 1_668_921_395 })
 */
export async function deployPriceFeed(chain: Chain, parameters: DeployPriceFeedParameters): Promise<PriceFeed> {
  const { decimals = 8, description, minAnswer = 1n, maxAnswer = 2n ** 191n - 1n } = parameters
  const { oracle = chain.actors.feedOracle } = parameters
  const oracleAddress = typeof oracle === 'string' ? oracle : oracle.address
  const { deployer } = chain.actors
  const [flux, eacProxy] = await Promise.all([
    readPackageArtifact('@chainlink/contracts/abi/v0.6/FluxAggregator.json'),
    readPackageArtifact('@chainlink/contracts/abi/v0.6/EACAggregatorProxy.json'),
  ])
  // LINK token (none: the payment is 0), payment, round timeout, validator (none), bounds.
  const terms = [zeroAddress, 0n, 0, zeroAddress, minAnswer, maxAnswer]
  const { address: aggregator } = await deploy(chain, { ...flux, args: [...terms, decimals, description] })
  await send(chain, {
    address: aggregator,
    abi: fluxAggregatorAbi,
    functionName: 'changeOracles',
    args: [[], [oracleAddress], [deployer.address], 1, 1, 0],
    account: deployer,
  })
  const { address: proxy } = await deploy(chain, { ...eacProxy, args: [aggregator, zeroAddress] })
  return { chain, proxy, aggregator, oracle: oracleAddress, decimals, description }
}
