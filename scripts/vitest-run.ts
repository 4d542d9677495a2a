/** Runs Vitest and counts what it ran. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tally } from './forge-test.ts'

/** Runs Vitest's tests and passes their output on. A run that broke, or ran nothing, counts as one failure. */
export async function vitestRun(): Promise<Tally> {
  const directory = await mkdtemp(join(tmpdir(), 'bulwark-vitest-'))
  const report = join(directory, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' }
    const [code] = await once(spawn('vitest', ['run', ...reporters], { stdio: 'inherit', env }), 'close')
    const counts = await readFile(report, 'utf8').then(JSON.parse, () => ({}))
    const passed: number = counts.numPassedTests ?? 0
    const failed: number = counts.numFailedTests ?? 0
    if (passed + failed === 0) console.error('vitest ran no test')
    return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
