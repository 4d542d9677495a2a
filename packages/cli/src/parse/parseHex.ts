import { type Hex, isHex, size } from 'viem'
import { UsageError } from '../errors.ts'

/** The parameters of {@link parseHex}. */
export type ParseHexParameters = {
  /** What it is, for the message. */
  readonly what: string
  /** How many bytes it must have. @default any number */
  readonly bytes?: number
}

/**
 * Reads bytes in hexadecimal.
 *
 * @throws {UsageError} if it is something else, or of another length.
 * @example
 * parseHex('0x1234', { what: 'evidence' })
 */
export function parseHex(text: string, { what, bytes }: ParseHexParameters): Hex {
  if (isHex(text) && text.length % 2 === 0 && (bytes === undefined || size(text) === bytes)) return text
  const wanted = bytes === undefined ? 'bytes' : `${bytes} bytes`
  throw new UsageError(`The ${what} ${JSON.stringify(text.slice(0, 80))} is not ${wanted} in hexadecimal.`, {
    advice: bytes === undefined ? 'Write 0x and an even number of digits.' : `Write 0x and ${2 * bytes} digits.`,
  })
}
