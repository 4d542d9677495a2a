import { type Address, zeroAddress } from 'viem'
import type { Insured } from '../types/pool.ts'

/** The bounds that a buyer sets, beside what is insured. */
type Bounds = { owner: Address; maxPremium: bigint; deadline: bigint }

/** The contract's `Purchase`, with everything that was left out. */
export function toPurchase(insured: Insured, { owner, maxPremium, deadline }: Bounds) {
  const { listing, amount, duration = 0n, quote = '0x', protectedAccount = zeroAddress } = insured
  const { referrer = zeroAddress, referrerFee = 0 } = insured
  const account = protectedAccount
  return { listing, duration, amount, owner, account, maxPremium, deadline, referrer, referrerFee, quote }
}
