import type { BlockReader } from './BlockReader.ts'

/**
 * The blocks that bear a timestamp, by bisection: no archive is needed, headers are enough.
 *
 * @returns the first and the last of them; undefined if none does.
 * @example
 * const [first, last] = (await findBlocksAt(reader, 1_678_567_343n)) ?? []
 */
export async function findBlocksAt(reader: BlockReader, timestamp: bigint): Promise<[bigint, bigint] | undefined> {
  const first = await firstSince(reader, timestamp)
  if (first > reader.blockNumber || (await reader.time(first)) !== timestamp) return undefined
  return [first, (await firstSince(reader, timestamp + 1n)) - 1n]
}

/** The first block at or after a time; one beyond the reader's if there is none. */
async function firstSince(reader: BlockReader, timestamp: bigint): Promise<bigint> {
  let [low, high] = [0n, reader.blockNumber + 1n]
  while (low < high) {
    const middle = (low + high) / 2n
    if ((await reader.time(middle)) >= timestamp) high = middle
    else low = middle + 1n
  }
  return low
}
