import { type Address, getAddress, isAddress } from 'viem'
import { UsageError } from '../errors.ts'

/**
 * Reads an address; one in mixed case must have a right checksum.
 *
 * @throws {UsageError} if it is none.
 * @example
 * parseAddress('0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045', 'owner')
 */
export function parseAddress(text: string, what: string): Address {
  if (isAddress(text)) return getAddress(text)
  const mistyped = /^0x[0-9a-fA-F]{40}$/.test(text)
  const message = mistyped ? 'has a wrong checksum' : 'is not an address'
  throw new UsageError(`The ${what} ${JSON.stringify(text)} ${message}.`, {
    advice: mistyped ? 'A character is mistyped: copy it again.' : 'Write 0x and 40 hexadecimal digits.',
  })
}
