import { type Address, zeroAddress } from 'viem'
import type { RootTerms } from '../types/leaf.ts'

/** Terms for lists of losses as the contract takes them: zero in whatever they do not use. */
export function toRootTerms(terms: RootTerms): { asset: Address; value: bigint; feed: Address; heartbeat: bigint } {
  const { asset } = terms
  if ('feed' in terms) return { asset, value: 0n, feed: terms.feed, heartbeat: terms.heartbeat }
  return { asset, value: terms.value, feed: zeroAddress, heartbeat: 0n }
}
