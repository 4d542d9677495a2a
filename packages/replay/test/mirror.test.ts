import { describe, expect, test } from 'vitest'
import { scenarios, withScenario } from '../src/index.ts'
import { compareMirror } from './fixtures/compareMirror.ts'
import { playCampaign } from './fixtures/playCampaign.ts'

describe('behavior: a mirror moved by events alone gives what the views give, to the unit', () => {
  test.for(scenarios)('%s', { timeout: 300_000 }, async (name) => {
    await withScenario(name, async (bulwark) => {
      const { differences, figures, blocks, events } = await compareMirror(bulwark)
      console.log(name, { events, blocks, figures, differences: differences.length })
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
    const options = { decimals: seed % 2 === 0 ? 18 : 6, hostile: seed % 3 === 0 }
    const { bulwark, done, stop } = await playCampaign({ seed, actions: 400, ...options })
    try {
      const { differences, figures, blocks, events } = await compareMirror(bulwark)
      console.log(seed, { events, blocks, figures, differences: differences.length }, Object.fromEntries(done))
      expect(differences.slice(0, 20)).toEqual([])
    } finally {
      await stop()
    }
  })
})
