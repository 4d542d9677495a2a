import { keccak256, stringToHex } from 'viem'
import type { InsuredEvent } from '../types.ts'

/** An event by what identifies it in words, and where losses pile up with it. */
export function insuredEvent(facts: string, zone: string, times: Omit<InsuredEvent, 'facts' | 'zone'>): InsuredEvent {
  const place = BigInt(keccak256(stringToHex(zone))) & ((1n << 56n) - 1n)
  return { facts: keccak256(stringToHex(facts)), zone: place, ...times }
}
