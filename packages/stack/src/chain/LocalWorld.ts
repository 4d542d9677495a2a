import { readFile, writeFile } from 'node:fs/promises'
import type { World } from '@bulwark/replay'
import { type Address, isAddress } from 'viem'
import { BrokenStateError } from '../errors.ts'

/** What lies on a local chain besides Bulwark, by name: what a stack needs to go on with it. */
export type LocalWorld = {
  readonly feed: { readonly aggregator: Address; readonly proxy: Address }
  readonly tokens: Readonly<Record<string, Address>>
  readonly pools: Readonly<Record<string, Address>>
  readonly listings: Readonly<Record<string, number>>
}

/** Takes from a story's world what a stack keeps of it. */
export function describeWorld({ feed, tokens, pools, listings }: World): LocalWorld {
  const addresses = (entries: Iterable<[string, { address: Address }]>) =>
    Object.fromEntries([...entries].map(([name, { address }]) => [name, address]))
  return {
    feed: { aggregator: feed.aggregator, proxy: feed.proxy },
    tokens: addresses(Object.entries(tokens)),
    pools: addresses(pools),
    listings: Object.fromEntries([...listings].map(([name, number]) => [name, Number(number)])),
  }
}

/** Writes a world to a file. */
export async function writeWorld(path: string, world: LocalWorld): Promise<void> {
  await writeFile(path, `${JSON.stringify(world, null, 2)}\n`)
}

/**
 * Reads a world from the file that {@link writeWorld} wrote.
 *
 * @throws {BrokenStateError} if the file is missing or is something else.
 */
export async function readWorld(path: string): Promise<LocalWorld> {
  try {
    const world = JSON.parse(await readFile(path, 'utf8')) as LocalWorld
    const { aggregator, proxy } = world.feed
    const all = [aggregator, proxy, ...Object.values(world.tokens), ...Object.values(world.pools)]
    if (!all.every((address) => isAddress(address)) || Object.keys(world.listings).length === 0) {
      throw new BrokenStateError({ path })
    }
    return world
  } catch (cause) {
    throw cause instanceof BrokenStateError ? cause : new BrokenStateError({ path, cause })
  }
}
