import { deploymentOf, scenarios, withScenario } from '@bulwark/replay'
import { createLogger } from '@bulwark/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startIndexer, verify } from '../src/index.ts'
import { openDatabase, type TestDatabase } from './helpers/openDatabase.ts'

/** One that has everything, one judged by the court, one with keys, one with a list of losses: `test:index` plays all. */
const spread = ['usdc-2023', 'vault-loss', 'bridge']
const played = process.env.BULWARK_EVERY_SCENARIO === 'true' ? scenarios : spread
const patience = 600_000
let database: TestDatabase

beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

test.each(played)('behavior: equals the chain after %s', { timeout: patience }, async (name) => {
  await withScenario(name, async (bulwark) => {
    const { chain } = bulwark
    const deployment = await deploymentOf(bulwark, { name })
    const indexer = await startIndexer({
      ...{ deployment, rpcUrls: [chain.url], databaseUrl: database.url, pollingInterval: 100 },
      log: createLogger({ service: 'indexer', level: 'silent' }),
    })
    try {
      // Whatever is final is read as history, the rest as it would come: both have to be right.
      const head = await chain.public.getBlockNumber()
      await indexer.waitForBlock(head, { timeoutSeconds: 500 })
      const client = chain.public
      const { compared, total, differences } = await verify({ client, databaseUrl: database.url, deployment })
      expect(differences).toEqual([])
      expect(compared).toBe(total)
      expect(compared).toBeGreaterThan(80)
      const sampled = await verify({ client, databaseUrl: database.url, deployment, sample: 10, seed: 7 })
      expect(sampled).toMatchObject({ compared: 10, total, differences: [] })
      expect(indexer.starts).toBe(1)
    } finally {
      await indexer.stop()
    }
  })
})
