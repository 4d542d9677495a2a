import type { Chain } from '../createChain.ts'
import { deployPriceFeed, type PriceFeed } from './deployPriceFeed.ts'

/**
 * Deploys a stand-in for Chainlink's feed on whether an L2's sequencer is up, whose own bytecode no package has: a
 * FluxAggregator that takes only 0 (up) and 1 (down). Submit to it on a change only, with {@link reportSequencer}.
 *
 * The real feed moves `updatedAt` within a round and keeps `startedAt`, the time of the change; here both are that time.
 *
 * @example
 * const sequencer = await deployUptimeFeed(chain)
 * await reportSequencer(sequencer, { up: true, at: 1_668_900_100 })
 */
export async function deployUptimeFeed(chain: Chain): Promise<PriceFeed> {
  const bounds = { minAnswer: 0n, maxAnswer: 1n }
  return deployPriceFeed(chain, { decimals: 0, description: 'L2 Sequencer Uptime Status Feed', ...bounds })
}
