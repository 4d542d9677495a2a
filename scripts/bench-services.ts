/**
 * Measures the services, one after another, each in a process of its own: `npm run bench:services`. `--json` prints one
 * object; `--events N` sets the size of chain and database.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, events: { type: 'string', default: '1000000' } },
})
const { json, events } = values
// A chain of a million events takes longer to make than to read.
const indexed = String(Math.min(Number(events), 50_000))

/** Runs a benchmark, whose last line is an object of figures. */
async function measure(program: string, ...args: string[]): Promise<Record<string, unknown>> {
  console.error(program)
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', json ? 'ignore' : 'inherit'] })
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  const last = output.trimEnd().split('\n').at(-1) ?? ''
  if (code === 0 && last.startsWith('{')) return JSON.parse(last)
  console.error(`${program} ended with ${code}.`)
  process.exitCode = 1
  return {}
}

const index = await measure('packages/indexer/bench/indexEventsPerSecond.ts', indexed)
const api = await measure('packages/api/bench/main.ts', '--events', events, '--json')
const settle = await measure('packages/keeper/bench/settle.ts')
const tick = await measure('packages/keeper/bench/tick.ts')
const start = await measure('packages/stack/bench/startWarm.ts')
const figures = {
  indexEventsPerSecond: index.indexEventsPerSecond,
  ...{ apiP50: api.apiP50, apiP99: api.apiP99, apiFailures: api.failures },
  settle10000Seconds: settle.settle10000Seconds,
  ...{ startColdSeconds: start.startColdSeconds, startWarmSeconds: start.startWarmSeconds },
  ...{ indexMemoryMegabytes: index.memoryMegabytes, tick },
}
if (json) console.log(JSON.stringify(figures))
else console.table(figures)
