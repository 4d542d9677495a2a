import { type Address, getAddress } from 'viem'

/**
 * An address with its checksum.
 *
 * @example
 * toAddress('0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48')
 */
export function toAddress(address: string): Address {
  return getAddress(address)
}
