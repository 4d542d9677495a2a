/**
 * How long the whole stack takes to start, cold (the contracts compiled) and again: `node packages/stack/bench/startWarm.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOptions, type StackOptions } from '../src/options.ts'
import { reachableDirectory } from '../src/reachableDirectory.ts'
import { startStack } from '../src/startStack.ts'

const directory = await mkdtemp(join(tmpdir(), 'bulwark-bench-'))
const ports = ['--chain-port', '0', '--api-port', '0', '--keeper-port', '0']
const options = readOptions([...ports, '--directory', directory]) as StackOptions

async function seconds(): Promise<number> {
  const began = performance.now()
  const stack = await startStack({ options })
  const passed = (performance.now() - began) / 1_000
  await stack.stop()
  return Number(passed.toFixed(1))
}

try {
  const [startColdSeconds, startWarmSeconds] = [await seconds(), await seconds()]
  console.log(JSON.stringify({ startColdSeconds, startWarmSeconds }))
} finally {
  await rm(await reachableDirectory(join(directory, 'local', 'postgres')), { recursive: true, force: true })
  await rm(directory, { recursive: true, force: true })
}
process.exit()
