import { afterAll, describe, expect, test } from 'vitest'
import { scenarios, withScenario } from '../src/index.ts'
import { compareMirror } from './fixtures/compareMirror.ts'
import { playCampaign } from './fixtures/playCampaign.ts'

const seen = new Map<string, number>()
const note = (events: ReadonlyMap<string, number>) => {
  for (const [name, count] of events) seen.set(name, (seen.get(name) ?? 0) + count)
}
afterAll(() => {
  if (process.env.MIRROR_DEBUG) console.log(JSON.stringify([...seen]))
})

describe('behavior: a mirror moved by events alone gives what the views give, to the unit', () => {
  test.for(scenarios)('%s', { timeout: 300_000 }, async (name) => {
    await withScenario(name, async (bulwark) => {
      const { differences, figures, blocks, events } = await compareMirror(bulwark)
      note(events)
      expect(differences).toEqual([])
      expect(figures).toBeGreaterThan(0)
      expect(blocks).toBeGreaterThan(0)
    })
  })
})

/** Further seeds: `MIRROR_SEEDS=20 npx vitest run packages/replay/test/mirror.test.ts`. */
const seeds = Array.from({ length: Number(process.env.MIRROR_SEEDS ?? 3) }, (_, seed) => seed + 1)

describe('behavior: nor does any random campaign part mirror and chain', () => {
  test.for(seeds)('seed %d', { timeout: 300_000 }, async (seed) => {
    const options = { decimals: seed % 2 === 0 ? 18 : 6, hostile: seed % 3 === 0, poor: seed % 4 < 2 }
    const { bulwark, done, stop } = await playCampaign({ seed, actions: 400, ...options })
    try {
      const { differences, events, short, shorter, writtenDown } = await compareMirror(bulwark)
      note(events)
      if (process.env.MIRROR_DEBUG) console.log(seed, { short, shorter, writtenDown }, JSON.stringify([...done]))
      expect(differences.slice(0, 20)).toEqual([])
    } finally {
      await stop()
    }
  })
})
