import type { Address } from 'viem'
import type { ChainIndex, ListingIndex } from './ChainIndex.ts'

/** The listings of an adjudicator on which some pool has ever sold cover, by number; with `rated`, or soon may. */
export function soldListings(
  { pools, listings, rated }: ChainIndex,
  adjudicator: Address,
  { rated: isRatedToo = false }: { rated?: boolean } = {},
): readonly ListingIndex[] {
  const sold = new Set<bigint>(isRatedToo ? rated : [])
  for (const { risks } of pools.values()) for (const { listing } of risks.values()) sold.add(listing)
  const found: ListingIndex[] = []
  for (const number of sold) {
    const listing = listings.get(number)
    if (listing?.adjudicator === adjudicator) found.push(listing)
  }
  return found.sort((a, b) => Number(a.number - b.number))
}
