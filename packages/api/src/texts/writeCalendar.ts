import { createEvents, type DateArray } from 'ics'
import { ApiError } from '../errors.ts'

/** A date of a calendar. */
export type CalendarEntry = {
  /** Unix seconds. */
  readonly at: number
  readonly title: string
  /** The same for the same date, whenever it is asked for. */
  readonly uid: string
}

/**
 * A calendar (RFC 5545) of moments.
 *
 * @throws {ApiError} `internal` if one of them cannot be written.
 * @example
 * writeCalendar({ name: 'Bulwark', entries: [{ at: 1_700_000_000, title: 'Cover 7 ends', uid: 'cover-7' }], timestamp: 0 })
 */
export function writeCalendar(parameters: {
  name: string
  entries: readonly CalendarEntry[]
  /** Unix seconds at which it was true. */
  timestamp: number
}): string {
  const { name, entries, timestamp } = parameters
  if (entries.length === 0) {
    const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'CALSCALE:GREGORIAN', 'PRODID:bulwark/api', 'METHOD:PUBLISH']
    return [...head, `X-WR-CALNAME:${name}`, 'END:VCALENDAR', ''].join('\r\n')
  }
  const { error, value } = createEvents(
    entries.map(({ at, title, uid }) => ({
      ...{ title, uid, start: partsOf(at), startInputType: 'utc' as const, duration: { minutes: 15 } },
      ...{ calName: name, productId: 'bulwark/api', timestamp: timestamp * 1000 },
    })),
  )
  if (!value) throw new ApiError({ code: 'internal', cause: error })
  return value
}

function partsOf(unix: number): DateArray {
  // Calendars end with the year 9999.
  const date = new Date(Math.min(unix, 253_402_300_799) * 1000)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()]
}
