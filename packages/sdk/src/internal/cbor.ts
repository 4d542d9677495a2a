import { concat, type Hex, numberToHex, size, stringToHex } from 'viem'

/** A text in CBOR. */
export function cborText(text: string): Hex {
  const bytes = stringToHex(text)
  return concat([head(0x60, size(bytes)), bytes])
}

/** A byte string in CBOR. */
export function cborBytes(bytes: Hex): Hex {
  return concat([head(0x40, size(bytes)), bytes])
}

/** Kind and length, as short as they can be. */
function head(kind: number, length: number): Hex {
  if (length < 24) return numberToHex(kind + length, { size: 1 })
  const width = length < 0x100 ? 1 : length < 0x1_0000 ? 2 : 4
  return concat([numberToHex(kind + 24 + Math.log2(width), { size: 1 }), numberToHex(length, { size: width })])
}
