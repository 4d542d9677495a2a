import { UsageError } from '../errors.ts'

/**
 * Reads the URL of a service.
 *
 * @throws {UsageError} if it is none of http or https.
 * @example
 * parseUrl('http://127.0.0.1:8545', 'RPC URL')
 */
export function parseUrl(text: string, what: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol)) return text
  throw new UsageError(`The ${what} ${JSON.stringify(text)} is not one of http or https.`, {
    advice: 'Write it as http://127.0.0.1:8545.',
  })
}
