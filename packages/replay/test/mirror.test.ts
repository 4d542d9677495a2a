import { describe, expect, test } from 'vitest'
import { withScenario } from '../src/index.ts'
import { compareMirror } from './fixtures/compareMirror.ts'
import { playCampaign } from './fixtures/playCampaign.ts'

/** Rich ones; `MIRROR_SEEDS=20` plays the first twenty instead. */
const { MIRROR_SEEDS: many } = process.env
const seeds = many === undefined ? [4, 8, 12] : Array.from({ length: Number(many) }, (_, seed) => seed + 1)

describe('behavior: a mirror moved by events alone gives what the views give, to the unit', () => {
  // The other stories are compared where they are told.
  test('usdc-2023', { timeout: 120_000 }, async () => {
    await withScenario('usdc-2023', async (bulwark) => {
      const { differences, figures, blocks } = await compareMirror(bulwark)
      expect(differences).toEqual([])
      expect(blocks).toBeGreaterThan(50)
      expect(figures).toBeGreaterThan(1_000)
    })
  })

  test.for(seeds)('a random campaign, seed %d', { timeout: 120_000 }, async (seed) => {
    const options = { decimals: seed % 2 === 0 ? 18 : 6, hostile: seed % 3 === 0, poor: seed % 4 < 2 }
    const { bulwark, stop } = await playCampaign({ seed, actions: 300, ...options })
    try {
      const { differences, figures } = await compareMirror(bulwark)
      expect(differences.slice(0, 20)).toEqual([])
      expect(figures).toBeGreaterThan(1_000)
    } finally {
      await stop()
    }
  })
})
