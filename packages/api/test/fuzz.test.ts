import { expect, test } from 'vitest'
import { fuzz } from './helpers/fuzz.ts'
import { startTestApi } from './helpers/startTestApi.ts'

test('behavior: nonsense is answered with problems that have a code, never with a fault', async () => {
  const served = await startTestApi({ rows: 100 })
  const { statuses, wrong } = await fuzz(served.url, { seed: 1, requests: 2000 })
  expect(wrong).toEqual([])
  expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1500)
  for (const status of ['200', '400', '404', '405']) expect(statuses[status], status).toBeGreaterThan(50)
  const { rows } = await served.client.query('SELECT count(*)::int AS n FROM pools')
  expect(rows[0].n).toBe(3)
  expect((await fetch(`${served.url}/ready`)).status).toBe(200)
  await served.stop()
})
