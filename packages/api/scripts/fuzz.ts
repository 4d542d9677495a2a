/** Sends 10,000 seeded requests of nonsense to an API of its own: `--requests N`, `--seed N`. Ends with 1 on a fault. */
import { parseArgs } from 'node:util'
import { fuzz } from '../test/helpers/fuzz.ts'
import { startTestApi } from '../test/helpers/startTestApi.ts'

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
})
const served = await startTestApi({ rows: 100 })
const { statuses, wrong } = await fuzz(served.url, { seed: Number(values.seed), requests: Number(values.requests) })
await served.stop()
console.log(
  JSON.stringify({ seed: Number(values.seed), requests: Number(values.requests), statuses, wrong: wrong.length }),
)
for (const line of wrong.slice(0, 20)) console.error(line)
process.exitCode = wrong.length > 0 ? 1 : 0
