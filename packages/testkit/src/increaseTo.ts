import type { Chain } from './createChain.ts'
import { setNextTime } from './internal/setNextTime.ts'

/**
 * Mines a block at exactly `timestamp`.
 *
 * To date a transaction instead, call `chain.test.setNextBlockTimestamp` and send it.
 *
 * @param timestamp in Unix seconds, not before the latest block's.
 * @throws {TimeNotIncreasedError} if the chain is already later.
 * @example
 * await increaseTo(chain, 1_700_000_000)
 */
export async function increaseTo(chain: Chain, timestamp: number): Promise<void> {
  await setNextTime(chain, timestamp)
  await chain.test.mine({ blocks: 1 })
}
