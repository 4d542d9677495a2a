import { zeroAddress } from 'viem'
import type { Increase } from '../types/pool.ts'
import { toPurchase } from './toPurchase.ts'

/** The contract's `Purchase` for an increase: it lasts until the cover's end, and nobody new is insured: a personal risk names its account again. */
export function toIncrease(
  { listing, amount, quote, protectedAccount, referrer, referrerFee }: Increase,
  { maxPremium, deadline }: { maxPremium: bigint; deadline: bigint },
) {
  const insured = { listing, amount, quote, protectedAccount, referrer, referrerFee }
  return toPurchase(insured, { owner: zeroAddress, maxPremium, deadline })
}
