import { zeroAddress } from 'viem'
import type { Extension } from '../types/pool.ts'
import { toPurchase } from './toPurchase.ts'

/** The contract's `Purchase` for an extension: it has no amount, and nobody new is insured. */
export function toExtension(
  { listing, duration, referrer, referrerFee }: Extension,
  { maxPremium, deadline }: { maxPremium: bigint; deadline: bigint },
) {
  const insured = { listing, duration, amount: 0n, referrer, referrerFee }
  return toPurchase(insured, { owner: zeroAddress, maxPremium, deadline })
}
