import { ExponentTooLargeError } from './errors.ts'

/**
 * exp(x), bit for bit as Solady's `FixedPointMathLib.expWad` computes it.
 *
 * It rounds as its rational approximation happens to; zero below half a unit. Every intermediate value fits 256 bits,
 * so that bigint's arithmetic (floor on shifts, towards zero on division) is the chain's.
 *
 * @param x int256, WAD.
 * @returns WAD.
 * @throws {ExponentTooLargeError} if the result does not fit 255 bits.
 * @example
 * expWad(0n) // 1000000000000000000n
 */
export function expWad(x: bigint): bigint {
  if (x <= -41_446_531_673_892_822_313n) return 0n
  if (x >= 135_305_999_368_893_231_589n) throw new ExponentTooLargeError({ exponent: x })

  // To base 2^96, then to (−½ ln 2, ½ ln 2) by taking out 2^k.
  const ln2 = 54_916_777_467_707_473_351_141_471_128n
  const based = (x << 78n) / 5n ** 18n
  const k = ((based << 96n) / ln2 + (1n << 95n)) >> 96n
  const z = based - k * ln2

  // A (6, 7)-term rational approximation.
  let y = z + 1_346_386_616_545_796_478_920_950_773_328n
  y = ((y * z) >> 96n) + 57_155_421_227_552_351_082_224_309_758_442n
  let p = y + z - 94_201_549_194_550_492_254_356_042_504_812n
  p = ((p * y) >> 96n) + 28_719_021_644_029_726_153_956_944_680_412_240n
  p = p * z + (4_385_272_521_454_847_904_659_076_985_693_276n << 96n)

  let q = z - 2_855_989_394_907_223_263_936_484_059_900n
  q = ((q * z) >> 96n) + 50_020_603_652_535_783_019_961_831_881_945n
  q = ((q * z) >> 96n) - 533_845_033_583_426_703_283_633_433_725_380n
  q = ((q * z) >> 96n) + 3_604_857_256_930_695_427_073_651_918_091_429n
  q = ((q * z) >> 96n) - 14_423_608_567_350_463_180_887_372_962_807_573n
  q = ((q * z) >> 96n) + 26_449_188_498_355_588_339_934_803_723_976_023n

  return ((p / q) * 3_822_833_074_963_236_453_042_738_258_902_158_003_155_416_615_667n) >> (195n - k)
}
