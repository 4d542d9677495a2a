import { readFile, writeFile } from 'node:fs/promises'
import { ratesFile } from '@bulwark/replay'
import { keccak256, parseEther, toHex } from 'viem'
import type { LocalWorld } from './LocalWorld.ts'

/** How long the rates of the story are posted, on a chain that is there to try things. Unix seconds. */
const forever = 4_102_444_800

/** Writes the rates file of a local stack's keeper: the published table of March 2023, with its hash. */
export async function writeRates(path: string, { listings }: LocalWorld): Promise<void> {
  const table = await readFile(ratesFile)
  const { rates } = JSON.parse(table.toString()) as { rates: Record<string, { rate: string }> }
  const dataHash = keccak256(table)
  const modelHash = keccak256(toHex('one in so many years, times the loss in such a case'))
  const planned = Object.entries(rates).flatMap(([name, { rate }]) => {
    const listing = listings[name]
    if (listing === undefined) return []
    return [{ listing, rate: String(parseEther(rate)), dataHash, modelHash, validUntil: forever }]
  })
  await writeFile(path, `${JSON.stringify({ version: 1, rates: planned }, null, 2)}\n`)
}
