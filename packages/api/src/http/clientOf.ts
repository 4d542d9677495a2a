import { isIPv6 } from 'node:net'

/** The parameters of {@link clientOf}. */
export type ClientOfParameters = {
  /** The address at the other end of the connection. */
  remote: string | undefined
  /** The header `X-Forwarded-For`. */
  forwarded: string | undefined
  /** How many proxies of our own stand in front. */
  proxies: number
}

/**
 * Who asks, for the rate limit: an IPv4 address, or the /64 of an IPv6 one. The last entries of `X-Forwarded-For` were
 * written by our own proxies; what stands before them is whatever the client wrote.
 *
 * @example
 * clientOf({ remote: '10.0.0.1', forwarded: '6.6.6.6, 203.0.113.7', proxies: 1 }) // '203.0.113.7'
 */
export function clientOf({ remote, forwarded, proxies }: ClientOfParameters): string {
  const hops = proxies > 0 ? (forwarded ?? '').split(',').map((hop) => hop.trim()) : []
  const address = hops.filter(Boolean).at(-proxies) ?? remote ?? 'unknown'
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').slice(0, 64)
  return isIPv6(plain) ? networkOf(plain) : plain
}

/** The first 64 bits: one household, one server. */
function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('%', 1).join('').split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
