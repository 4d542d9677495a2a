import { setTimeout } from 'node:timers/promises'
import { type Moment, stageUsdc2023, type World } from '@bulwark/replay'
import {
  type Chain,
  FeedMismatchError,
  readRounds,
  submitRound,
  TimeNotIncreasedError,
  usdcRoundsFile,
} from '@bulwark/testkit'

/** When the demonstration begins to run by its clock: everybody has bought, and nothing has happened yet. */
const opens = Date.UTC(2023, 2, 8, 12) / 1_000
/** When its last round is reported: the peg is lost, and what is due is proven. */
const closes = Date.UTC(2023, 2, 12) / 1_000

/** A demonstration that is set up: the story up to the afternoon before anything happens. */
export type Demo = {
  readonly world: World
  /** Chain time at which it stands. */
  readonly opens: number
  /** Chain time at which it ends. */
  readonly closes: number
  /** Lets it run: `speed` seconds of the chain in each second. Resolves at the end, or when aborted. */
  run(parameters: {
    speed: number
    signal: AbortSignal
    onRound: (round: { at: number; price: bigint }) => void
  }): Promise<void>
}

/**
 * Sets the weekend of March 2023 up on a fresh chain, up to 8 March at noon: deposits and purchases are played, the fall
 * of USDC is to come. Who arms, proves and pays is the keeper's business, not the story's.
 *
 * @example
 * const demo = await stageDemo(anvil.chain)
 * await demo.run({ speed: 1_800, signal, onRound: console.log })
 */
export async function stageDemo(chain: Chain): Promise<Demo> {
  const rounds = await readRounds(usdcRoundsFile)
  const { world, moments } = await stageUsdc2023({ chain, rounds, shift: 0, keeps: false })
  for (const moment of moments) if (moment.at < opens) await moment.play()
  await chain.test.removeBlockTimestampInterval()
  await setNext(chain, opens)
  await chain.test.mine({ blocks: 1 })
  const rest = moments.filter(({ what, at }) => what === 'round' && at >= opens && at < closes)
  return { world, opens, closes, run: (parameters) => run(world, rest, parameters) }
}

async function run(world: World, moments: readonly Moment[], { speed, signal, onRound }: Parameters<Demo['run']>[0]) {
  const { chain, feed } = world
  const began = performance.now()
  const time = () => Math.floor(opens + ((performance.now() - began) / 1_000) * speed)
  const queue = [...moments]
  while (!signal.aborted && (queue.length > 0 || time() < closes)) {
    const now = Math.min(time(), closes)
    const due = queue[0]
    if (due?.what === 'round' && due.at <= now) {
      queue.shift()
      // A transaction in between may have moved the chain's clock past the moment of the round.
      const latest = Number((await chain.public.getBlock()).timestamp)
      const updatedAt = Math.max(due.at, latest + 1)
      await unlessOvertaken(submitRound(feed, { answer: due.round.answer, updatedAt }))
      onRound({ at: updatedAt, price: due.round.answer })
      continue
    }
    if (now > Number((await chain.public.getBlock()).timestamp)) {
      await unlessOvertaken(setNext(chain, now))
      await chain.test.mine({ blocks: 1 })
    }
    await setTimeout(Math.min(500, 60_000 / speed), undefined, { signal }).catch(() => undefined)
  }
}

async function setNext(chain: Chain, time: number): Promise<void> {
  await chain.test.setNextBlockTimestamp({ timestamp: BigInt(time) })
}

/** The keeper's transaction may take the second that was meant for a round: the round then stands a little later. */
async function unlessOvertaken(step: Promise<unknown>): Promise<void> {
  try {
    await step
  } catch (error) {
    const overtaken = error instanceof FeedMismatchError || error instanceof TimeNotIncreasedError
    if (!overtaken && !/timestamp/i.test(error instanceof Error ? error.message : '')) throw error
  }
}
