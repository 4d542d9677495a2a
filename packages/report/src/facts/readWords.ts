import { StorageView } from './StorageView.ts'

/** Words read at a time while walking along days. */
export const stride = 16n
/** Days to walk at most: two years of cover, half a year each of waiting and grace, with room. */
export const horizon = 1_200n

/** Which words of a mapping to read. */
export type ReadWordsParameters = { mapping: bigint; first: bigint; proves: string }

/**
 * Reads a stride of words of a mapping by number.
 *
 * @example
 * const words = await readWords(storage, { mapping: poolVariables.deltas, first: 6_500n, proves: 'liquidity.days' })
 */
export async function readWords(
  storage: StorageView,
  { mapping, first, proves }: ReadWordsParameters,
): Promise<bigint[]> {
  const keys = Array.from({ length: Number(stride) }, (_, at) => first + BigInt(at))
  return Promise.all(keys.map((key) => storage.word(StorageView.entry(mapping, key), proves)))
}
