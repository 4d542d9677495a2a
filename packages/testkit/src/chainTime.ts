import type { Chain } from './createChain.ts'

/** @returns the time of the latest block, in Unix seconds. */
export async function chainTime(chain: Chain): Promise<number> {
  return Number((await chain.public.getBlock()).timestamp)
}
