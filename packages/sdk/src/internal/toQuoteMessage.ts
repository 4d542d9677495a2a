import type { Quote } from '../types/listing.ts'

/** A quote as viem types it: integers of up to 48 bits as numbers. */
export function toQuoteMessage({ listing, begins, ends, lastSale, expiry, ...quote }: Quote) {
  return {
    ...quote,
    listing: Number(listing),
    begins: Number(begins),
    ends: Number(ends),
    lastSale: Number(lastSale),
    expiry: Number(expiry),
  }
}
