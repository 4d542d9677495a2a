import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The header `Bulwark-Signature` of a delivery: the second at which it was sent, and an HMAC-SHA256 over that second, a
 * point and the body, for each secret.
 *
 * @example
 * signWebhook({ body, secrets: [secret], timestamp: 1_700_000_000 }) // 't=1700000000,v1=5257…'
 */
export function signWebhook(parameters: { body: string; secrets: readonly string[]; timestamp: number }): string {
  const { body, secrets, timestamp } = parameters
  return [`t=${timestamp}`, ...secrets.map((secret) => `v1=${digest(secret, timestamp, body)}`)].join(',')
}

/**
 * Whether a delivery was signed with a secret, and not too long ago: what a receiver checks before it reads the body.
 *
 * @example
 * verifyWebhook({ body, header, secret, now: Date.now() / 1000 })
 */
export function verifyWebhook(parameters: {
  body: string
  header: string
  secret: string
  /** Unix seconds. */
  now: number
  /** Seconds that a delivery may be old. @default 300 */
  tolerance?: number
}): boolean {
  const { body, header, secret, now, tolerance = 300 } = parameters
  const parts = header.split(',').map((part) => part.trim().split('='))
  const timestamp = Number(parts.find(([name]) => name === 't')?.[1])
  if (!Number.isSafeInteger(timestamp) || Math.abs(now - timestamp) > tolerance) return false
  const expected = Buffer.from(digest(secret, timestamp, body))
  return parts.some(([name, value = '']) => {
    const given = Buffer.from(value)
    return name === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
}

function digest(secret: string, timestamp: number, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
}
