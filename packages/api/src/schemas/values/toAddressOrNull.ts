import { type Address, getAddress } from 'viem'

/**
 * An address with its checksum, where zero stands for "nobody".
 *
 * @example
 * toAddressOrNull('0x0000000000000000000000000000000000000000') // null
 */
export function toAddressOrNull(address: string | null | undefined): Address | null {
  return !address || /^0x0{40}$/.test(address) ? null : getAddress(address)
}
