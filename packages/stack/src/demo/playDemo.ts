import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { formatUnits } from 'viem'
import type { Demo } from './stageDemo.ts'

/** The parameters of {@link playDemo}. */
export type PlayDemoParameters = {
  demo: Demo
  /** Seconds of the chain in each second. */
  speed: number
  /** Seconds to wait before the clock runs; Enter ends the wait. */
  wait: number
  signal: AbortSignal
  say: (line: string) => void
}

/** Prices that are told of as soon as the feed reports one beyond them; 8 decimals. */
const landmarks = [99_500_000n, 95_000_000n, 90_000_000n]

/**
 * Waits for the visitor to buy cover, then lets the weekend of March 2023 run. What the keeper does about it is told by
 * whoever watches the chain; see `tellClaims`.
 *
 * @example
 * await playDemo({ demo, speed: 1_800, wait: 60, signal, say: console.log })
 */
export async function playDemo({ demo, speed, wait, signal, say }: PlayDemoParameters): Promise<void> {
  const minutes = Math.ceil((demo.closes - demo.opens) / speed / 60)
  say(`The chain's clock stands at ${moment(demo.opens)}, and a USDC is a dollar. Now is the time to buy cover.`)
  say(
    wait > 0
      ? `It runs in ${wait} seconds, or when you press Enter; the weekend takes ${minutes} minutes.`
      : 'It runs.',
  )
  await waitFor(wait, signal)
  if (signal.aborted) return
  say(`${moment(demo.opens)}: the clock runs, ${speed} seconds of the chain in each second.`)
  let passed = 0
  let lowest = landmarks[0] as bigint
  await demo.run({
    ...{ speed, signal },
    onRound: ({ at, price }) => {
      const beyond = landmarks.filter((landmark) => price < landmark).length
      if (beyond > passed || (price < lowest && beyond === landmarks.length)) {
        say(`${moment(at)}: Chainlink reports ${formatUnits(price, 8)} dollars for a USDC.`)
      }
      if (price < lowest) lowest = price
      if (beyond !== passed && beyond === 0) say(`${moment(at)}: USDC is back at ${formatUnits(price, 8)} dollars.`)
      passed = beyond
    },
  })
}

async function waitFor(seconds: number, signal: AbortSignal): Promise<void> {
  if (seconds === 0) return
  const enough = new AbortController()
  const either = AbortSignal.any([signal, enough.signal])
  const enter = process.stdin.isTTY ? [once(process.stdin, 'data', { signal: either }).catch(() => undefined)] : []
  await Promise.race([setTimeout(seconds * 1_000, undefined, { signal: either }).catch(() => undefined), ...enter])
  enough.abort()
  process.stdin.pause()
}

/** A moment of the chain, for people. */
export const moment = (time: number | bigint): string =>
  `${new Date(Number(time) * 1_000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
