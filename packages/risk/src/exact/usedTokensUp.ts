import { wad } from './constants.ts'
import type { HoldingParameters } from './holdingWorthDown.ts'
import { mulDivUp } from './internal/mulDiv.ts'
import { checked } from './internal/uint.ts'

/** A claim, and what the token is worth that it is paid on. */
export type UsedTokensParameters = Omit<HoldingParameters, 'held'> & {
  /** Units of the pool's asset. */
  readonly claim: bigint
}

/**
 * What a claim uses up of a holding, rounded up.
 *
 * Twin of `ProvenLoss.tokensUp`; docs/mechanism.md, Proven losses.
 *
 * @returns smallest units of the token.
 * @throws {ArithmeticError} if a number does not fit 256 bits, or the value is zero.
 * @example
 * usedTokensUp({ claim: 700_000_000n, value: 2n * 10n ** 18n, unit: 10n ** 18n, assetUnit: 1_000_000n }) // 350000000000000000000n
 */
export function usedTokensUp({ claim, value, unit, assetUnit }: UsedTokensParameters): bigint {
  return mulDivUp(claim, checked(unit * wad), checked(value * assetUnit))
}
