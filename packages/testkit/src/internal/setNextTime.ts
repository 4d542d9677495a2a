import { chainTime } from '../chainTime.ts'
import type { Chain } from '../createChain.ts'
import { TimeNotIncreasedError } from '../errors.ts'

/** Dates the next block. */
export async function setNextTime(chain: Chain, timestamp: number): Promise<void> {
  try {
    await chain.test.setNextBlockTimestamp({ timestamp: BigInt(timestamp) })
  } catch (error) {
    const now = await chainTime(chain)
    throw timestamp < now ? new TimeNotIncreasedError({ now, wanted: timestamp }) : error
  }
}
