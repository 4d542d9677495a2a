import type { Logger } from '@bulwark/service'
import { type Chain, type PriceFeed, submitRound } from '@bulwark/testkit'

/** The parameters of {@link runClock}. */
export type RunClockParameters = {
  chain: Chain
  /** What reports that a dollar is a dollar, so that cover on it can be sold. */
  feed: PriceFeed
  /** Seconds from one block to the next if nothing else makes one. @default 12 */
  blockTime?: number
  /** Seconds from one report to the next. @default 3,600 */
  reportTime?: number
  log: Logger
}

/**
 * Makes a local chain live: a block every few seconds, a report of the feed every hour, as Chainlink's nodes would. The
 * first report comes at once.
 *
 * @returns what ends it, once the step in hand is done.
 * @example
 * const stopClock = runClock({ chain, feed, log })
 */
export function runClock(parameters: RunClockParameters): () => Promise<void> {
  const { chain, feed, blockTime = 12, reportTime = 3_600, log } = parameters
  let reported = 0
  let step = Promise.resolve()
  const tick = async () => {
    try {
      const { timestamp } = await chain.public.getBlock()
      if (Date.now() / 1_000 - reported >= reportTime) {
        const time = Math.max(Math.floor(Date.now() / 1_000), Number(timestamp) + 1)
        await submitRound(feed, { answer: 100_000_000n, updatedAt: time })
        reported = Date.now() / 1_000
      } else if (Date.now() / 1_000 - Number(timestamp) >= blockTime) {
        await chain.test.mine({ blocks: 1 })
      }
    } catch (error) {
      // A transaction of somebody else may take the second that was meant for the report: the next tick reports.
      log.warn({ error: error instanceof Error ? error.message : String(error) }, 'a tick of the clock failed')
    }
  }
  const timer = setInterval(() => {
    step = step.then(tick)
  }, 1_000)
  step = tick()
  return async () => {
    clearInterval(timer)
    await step
  }
}
