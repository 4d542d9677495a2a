import { keccak_256 } from '@noble/hashes/sha3'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils'

/**
 * The id of a risk: the listing's number where there is no key, else keccak256(listing, key).
 *
 * Twin of `RiskId.idOf`.
 *
 * @param listing Listing number.
 * @param key 32 bytes in hex; zero if none.
 * @example
 * riskIdOf(7n, `0x${'00'.repeat(32)}`).length // 66
 */
export function riskIdOf(listing: bigint, key: string): string {
  const number = listing.toString(16).padStart(64, '0')
  if (BigInt(key) === 0n) return `0x${number}`
  return `0x${bytesToHex(keccak_256(hexToBytes(number + key.slice(2))))}`
}
