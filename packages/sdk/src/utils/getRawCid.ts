import { type ByteArray, sha256 } from 'viem'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * Computes the IPFS CID of a file as one raw block: CIDv1, sha2-256, base32; what
 * `ipfs block put --cid-codec=raw` prints. Blocks of up to 1 MiB travel everywhere.
 *
 * @param bytes the file.
 * @returns the CID, which begins with `bafkrei`.
 * @example
 * const cid = getRawCid(new TextEncoder().encode('account,loss'))
 */
export function getRawCid(bytes: ByteArray): string {
  // Version 1, raw, sha2-256 of 32 bytes.
  const cid = [0x01, 0x55, 0x12, 0x20, ...sha256(bytes, 'bytes')]
  let [text, bits, held] = ['b', 0, 0]
  for (const byte of cid) {
    held = (held << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  if (bits > 0) text += alphabet[(held << (5 - bits)) & 31]
  return text
}
