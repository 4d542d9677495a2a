import type { Address } from 'viem'
import type { ChainIndex, ListingIndex } from './ChainIndex.ts'

/** The listings of an adjudicator on which some pool has ever sold cover, by number; with `backed`, or could now. */
export function soldListings(
  { pools, listings }: ChainIndex,
  adjudicator: Address,
  { backed: isBackedToo = false }: { backed?: boolean } = {},
): readonly ListingIndex[] {
  const sold = new Set<bigint>()
  for (const { risks, backed } of pools.values()) {
    for (const { listing } of risks.values()) sold.add(listing)
    if (isBackedToo) for (const listing of backed) sold.add(listing)
  }
  const found: ListingIndex[] = []
  for (const number of sold) {
    const listing = listings.get(number)
    if (listing?.adjudicator === adjudicator) found.push(listing)
  }
  return found.sort((a, b) => Number(a.number - b.number))
}
