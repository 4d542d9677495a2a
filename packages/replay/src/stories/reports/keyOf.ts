import { encodeAbiParameters, type Hex, keccak256 } from 'viem'
import type { InsuredEvent } from '../types.ts'

/** The key that an event has in quotes and reports. */
export function keyOf({ facts, zone, begins, ends, lastSale }: InsuredEvent): Hex {
  const types = ['bytes32', 'uint56', 'uint32', 'uint32', 'uint32'].map((type) => ({ type }))
  return keccak256(encodeAbiParameters(types, [facts, zone, begins, ends, lastSale]))
}
