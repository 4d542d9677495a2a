import type { Stream } from '@bulwark/risk/exact'
import { poolStructs, poolVariables } from './poolStorage.ts'
import { horizon, readWords, stride } from './readWords.ts'
import type { StorageView } from './StorageView.ts'

/**
 * Reads the premium stream of a pool with its changes on the days to come.
 *
 * @example
 * const stream = await readStream(storage)
 */
export async function readStream(storage: StorageView): Promise<Stream> {
  const proves = 'liabilities.unearnedPremium'
  const { unearned, rate, time } = await storage.struct(poolStructs.Stream, { slot: poolVariables.stream, proves })
  const deltas = new Map<bigint, bigint>()
  const day = time / 86_400n
  let [left, flow, since] = [unearned, rate, time]
  for (let word = day / 3n; left > 0n && word <= (day + horizon) / 3n; word += stride) {
    const words = await readWords(storage, { mapping: poolVariables.deltas, first: word, proves })
    for (const [place, value] of words.entries()) {
      for (let lane = 0n; lane < 3n; lane++) {
        const at = (word + BigInt(place)) * 3n + lane
        const delta = BigInt.asIntN(80, value >> (lane * 80n))
        if (at <= day) continue
        left -= flow * (at * 86_400n - since)
        since = at * 86_400n
        flow += delta
        if (delta !== 0n && left >= 0n) deltas.set(at, delta)
      }
    }
  }
  return { unearned, rate, time, deltas }
}
