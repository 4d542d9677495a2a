import type { Round } from '@bulwark/testkit'
import { readFacts } from '../readFacts.ts'

/** The recorded rounds of a story, in order; two may share a second. */
export function readRoundsOf(file: string): Round[] {
  return readFacts<'round' | 'time' | 'answer'>(file).map(({ round, time, answer }) => ({
    ...{ round: Number(round), updatedAt: Number(time), answer: BigInt(answer) },
  }))
}
