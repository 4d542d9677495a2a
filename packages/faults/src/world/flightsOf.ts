import { encodeFacts } from '@bulwark/sdk'
import { keccak256 } from 'viem'
import type { Template, WorldFlight } from './Template.ts'

const hour = 3_600n

/** Which flights there are. */
export type FlightOptions = {
  /** @default 6 */
  count?: number
  /** Hours from one to the next. @default 9 */
  every?: bigint
}

/**
 * The flights of the world: one every so many hours, each of two hours.
 */
export function flightsOf({ time }: Template, { count = 6, every = 9n }: FlightOptions = {}): readonly WorldFlight[] {
  return Array.from({ length: count }, (_, index) => {
    const flight = `BW${100 + index}`
    const facts = encodeFacts({ kind: 'flight', flight, from: 'LHR', to: 'JFK', date: '2027-02-01' })
    const begins = time + 4n * hour + BigInt(index) * every * hour
    return { facts, factsHash: keccak256(facts), zone: 7n, begins, ends: begins + 2n * hour, lastSale: begins - hour }
  })
}
