import { type Hex, stringToHex } from 'viem'
import { InvalidFactsError } from '../errors/facts.ts'

/** What identifies an insured event. */
export type Facts =
  | {
      kind: 'flight'
      /** Airline and number, without leading zeros: `BA117`. */
      flight: string
      /** Airport of departure, IATA. */
      from: string
      /** Airport of arrival, IATA. */
      to: string
      /** Scheduled day of departure, local: `2027-02-01`. */
      date: string
    }
  | ({
      kind: 'earthquake'
      /** Kilometres around the point within which the epicentre lies. */
      radius: bigint
    } & Point)
  | ({ kind: 'wind' } & Point)
  | {
      kind: 'slashing'
      /** The id of the chain whose validator it is. */
      chainId: bigint
      /** Index of the validator. */
      validator: bigint
    }

type Point = {
  /** Degrees north, at most 6 decimals. */
  latitude: number
  /** Degrees east, above −180 up to 180, at most 6 decimals. */
  longitude: number
}

/**
 * Encodes what identifies an insured event: a flight on a day, an epicentre within a radius, wind at a point, a
 * validator's slashing. It is one line of plain text, so that everybody can read it, and the same event always gives the
 * same bytes. Its hash is the `facts` of a quote; a Functions network gets the bytes themselves.
 *
 * @param facts the event.
 * @returns the text as bytes, below 64 of them.
 * @throws {InvalidFactsError} if a field is not written as it has to be: another spelling would be another event.
 * @example
 * const facts = encodeFacts({ kind: 'flight', flight: 'BA117', from: 'LHR', to: 'JFK', date: '2027-02-01' })
 * hexToString(facts) // 'flight BA117 LHR-JFK 2027-02-01'
 * const event = { ...offer, facts: keccak256(facts) }
 */
export function encodeFacts(facts: Facts): Hex {
  return stringToHex(describe(facts))
}

function describe(facts: Facts): string {
  switch (facts.kind) {
    case 'flight': {
      const { flight, from, to, date } = facts
      check('flight', flight, /^[A-Z0-9]{2}[1-9]\d{0,3}[A-Z]?$/.test(flight))
      check('from', from, /^[A-Z]{3}$/.test(from))
      check('to', to, /^[A-Z]{3}$/.test(to))
      check('date', date, isDay(date))
      return `flight ${flight} ${from}-${to} ${date}`
    }
    case 'earthquake':
      return `earthquake ${point(facts)} ${natural('radius', facts.radius)} km`
    case 'wind':
      return `wind ${point(facts)}`
    case 'slashing':
      return `slashing ${natural('chainId', facts.chainId)} ${natural('validator', facts.validator)}`
  }
}

function point({ latitude, longitude }: Point): string {
  check('latitude', latitude, Math.abs(latitude) <= 90)
  check('longitude', longitude, longitude > -180 && longitude <= 180)
  return `${degrees('latitude', latitude)} ${degrees('longitude', longitude)}`
}

/** Six decimals, a tenth of a metre: what has more would be another event under the same text. */
function degrees(field: string, value: number): string {
  const text = value.toFixed(6)
  check(field, value, Number(text) === value)
  return text
}

function natural(field: string, value: bigint): bigint {
  check(field, value, value >= 0n && value < 2n ** 64n)
  return value
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

function check(field: string, value: unknown, valid: boolean): void {
  if (!valid) throw new InvalidFactsError({ field, value })
}
