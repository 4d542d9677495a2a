import type { Chain } from '@bulwark/testkit'

/**
 * Sets the clock of a local chain; from then on it runs as the machine's does.
 *
 * @param time unix seconds, later than the latest block.
 * @example
 * await setClock(chain, Math.floor(Date.now() / 1_000))
 */
export async function setClock(chain: Chain, time: number): Promise<void> {
  // With an interval between blocks, anvil asks no clock.
  await chain.test.removeBlockTimestampInterval()
  await chain.test.setNextBlockTimestamp({ timestamp: BigInt(time) })
  await chain.test.mine({ blocks: 1 })
}
