import type { TableStep } from './types.ts'

const wad = 10n ** 18n

/** A step that pays so many percent. */
export const payoutStep = (minValue: number, percent: number, maxDistance = 0): TableStep => ({
  ...{ minValue: BigInt(minValue), maxDistance: BigInt(maxDistance), status: 0, ratio: (BigInt(percent) * wad) / 100n },
})
