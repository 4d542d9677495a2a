import { poolAbi } from '@bulwark/sdk'
import { decodeFunctionData, type Hex } from 'viem'
import type { PoolFacts } from '../facts/types.ts'
import type { StatedLimits } from '../types.ts'
import { sumOf } from './arithmetic.ts'

/**
 * What the curator has bound the pool to, how much of it is used, and what he has announced.
 *
 * @example
 * const { pending } = stateLimits(facts)
 */
export function stateLimits({ books }: PoolFacts): StatedLimits {
  return {
    curatorFee: books.curve.curatorFee.toString(),
    listings: books.backings.map(({ listing, class: index, group, limit }) => ({
      ...{ listing: listing.toString(), class: index, group: group.toString(), limit: limit.toString() },
      exposure: sumOf(books.risks, (risk) => (risk.listing === listing ? risk.exposure : 0n)).toString(),
    })),
    adjudicators: books.adjudicators.map(({ adjudicator, limit, exposure }) => ({
      ...{ adjudicator, limit: limit.toString(), exposure: exposure.toString() },
    })),
    pending: books.pending.map(({ dataHash, data, executableAt }) => ({
      ...{ dataHash, call: describe(data), data, executableAt: executableAt.toString() },
    })),
  }
}

/** A call in words; what cannot be read is named as such. */
function describe(data: Hex): string {
  try {
    const { functionName, args } = decodeFunctionData({ abi: poolAbi, data })
    return `${functionName}(${(args ?? []).map(String).join(', ')})`
  } catch {
    return 'unknown call'
  }
}
