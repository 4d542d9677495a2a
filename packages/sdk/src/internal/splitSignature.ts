import { type Hex, parseSignature } from 'viem'

/** A signature of 65 bytes in the three parts that older functions take. */
export function splitSignature(signature: Hex): readonly [v: number, r: Hex, s: Hex] {
  const { r, s, yParity } = parseSignature(signature)
  return [27 + yParity, r, s]
}
