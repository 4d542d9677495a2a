/**
 * The whole ladder, cheapest rung first; the first red one stops it. The last line says `N passed, N failed`, where a
 * rung that is red without having failed a test counts as one failure.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { forgeTest, type Tally } from './forge-test.ts'
import { vitestRun } from './vitest-run.ts'

/** A rung that either works or does not, and counts no tests. */
async function run(command: string, args: string[]): Promise<Tally> {
  const [code] = await once(spawn(command, args, { stdio: 'inherit' }), 'close')
  return { passed: 0, failed: code === 0 ? 0 : 1 }
}

const rungs: [name: string, climb: () => Promise<Tally>][] = [
  ['check', () => run('npm', ['run', '--silent', 'check'])],
  ['forge build', () => run('forge', ['build'])],
  ['size', () => run('node', ['scripts/bench-size.ts', '--check'])],
  ['contract tests', forgeTest],
  ['gas', () => run('node', ['scripts/bench-gas.ts', '--check'])],
  ['TypeScript tests', vitestRun],
]

let passed = 0
let failed = 0
for (const [name, climb] of rungs) {
  const start = performance.now()
  console.log(`\n${name}`)
  const tally = await climb()
  passed += tally.passed
  failed += tally.failed
  console.log(`${name}: ${tally.failed > 0 ? 'red' : 'green'}, ${((performance.now() - start) / 1000).toFixed(1)} s`)
  if (failed > 0) break
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
