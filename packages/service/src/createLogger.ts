import { type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/** The parameters of {@link createLogger}. */
export type CreateLoggerParameters = {
  /** The service that speaks. */
  service: string
  /** @default 'info' */
  level?: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | undefined
  /** Where the lines go: a file descriptor. @default stderr */
  descriptor?: number | undefined
}

/**
 * A logger that writes one JSON object a line, big integers as decimal strings. Written at once: a service that is
 * killed has said everything.
 *
 * @example
 * const log = createLogger({ service: 'keeper' })
 * log.info({ incident: 7n }, 'settled')
 */
export function createLogger({ service, level = 'info', descriptor = 2 }: CreateLoggerParameters): Logger {
  const options = {
    ...{ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime },
    formatters: { level: (label: string) => ({ level: label }), log: plain },
  }
  return pino(options, pino.destination({ dest: descriptor, sync: true }))
}

/** JSON knows no big integers. */
function plain(fields: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'bigint' ? value.toString() : value,
  ])
  return Object.fromEntries(entries)
}
