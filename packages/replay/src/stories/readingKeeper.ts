import type { Deployed } from '@bulwark/testkit'
import { formatUnits } from 'viem'
import type { Stage } from './Stage.ts'

/** A span of readings, as a keeper sees it. */
export type ReadingSpan = { incident: bigint; armedAt: number }

const percent = (ratio: bigint) => `${Number(formatUnits(ratio, 16)).toFixed(2)} %`

/**
 * What a keeper does with a trigger that takes readings: each is a transaction that anyone may send.
 *
 * @param tell how a reading is written in the margin. @default the fall in percent
 */
export function readingKeeper(stage: Stage, listing: string, tell: (fall: bigint) => string = percent) {
  const { trigger, number } = stage.listing(listing)
  const fall = async () => {
    await stage.mine()
    const [reading, ratio] = await stage.read<[{ fault: string }, bigint]>(trigger as Deployed, 'readingOf', [number])
    return BigInt(reading.fault) === 0n ? tell(ratio) : '–'
  }
  return {
    /** The mark that losses are measured against follows readings a day apart. */
    async observe(): Promise<void> {
      await stage.send(trigger, 'observe', [number])
      await stage.say('the keeper takes a reading for the mark that losses are measured against')
    },
    /** Begins a span by a reading beyond the strike. */
    async arm(pool: string): Promise<ReadingSpan> {
      const value = await stage.fee()
      const gauge = await fall()
      await stage.send(trigger, 'arm', [number, stage.pool(pool).address], { value })
      const incident = await stage.read<bigint>(trigger, 'armedOf', [number])
      await stage.say(`a reading beyond the strike: the keeper opens an incident, which stops sales`, { gauge })
      await stage.step(listing)
      return { incident, armedAt: stage.now }
    },
    /** Would a reading begin a span? The name of the error if it would not. */
    async tryToArm(pool: string): Promise<string | undefined> {
      const value = await stage.fee()
      return stage.attempt(stage.send(trigger, 'arm', [number, stage.pool(pool).address], { value }))
    },
    /** Takes a reading within a span. */
    async read({ incident }: ReadingSpan): Promise<void> {
      const gauge = await fall()
      await stage.send(trigger, 'read', [incident])
      const status = await stage.read<{ status: number }>(stage.bulwark.incidents, 'incidentOf', [incident])
      const over = status.status !== 1
      await stage.say(over ? 'a further reading finds it over: the incident is dismissed' : 'a further reading', {
        gauge,
      })
      if (over) await stage.step(listing)
    },
    /** Takes the last reading, which rules. */
    async prove({ incident }: ReadingSpan): Promise<void> {
      const gauge = await fall()
      await stage.send(trigger, 'prove', [incident])
      const { ratio } = await stage.read<{ ratio: bigint }>(stage.bulwark.incidents, 'incidentOf', [incident])
      await stage.say(`the last reading proves it: ruled, loss ratio ${formatUnits(ratio, 16)} %`, { gauge })
      await stage.step(listing)
    },
  }
}
