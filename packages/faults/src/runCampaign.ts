import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SeedResult } from './runSeed.ts'

/** The parameters of {@link runCampaign}. */
export type RunCampaignParameters = {
  seeds: readonly number[]
  /** Seeds that run at once, each job with a database server of its own. */
  jobs: number
  /** Called after each seed. */
  onSeed?: (result: SeedResult, directory: string) => void
}

/** What a worker is told, and what it answers. */
export type Order = { readonly seed: number; readonly directory: string }

/**
 * Runs seeds in processes of their own. What a seed leaves is deleted, but for the directory of one that failed.
 *
 * @example
 * const results = await runCampaign({ seeds: [1, 2, 3], jobs: 2 })
 */
export async function runCampaign({ seeds, jobs, onSeed }: RunCampaignParameters): Promise<readonly SeedResult[]> {
  const root = await mkdtemp(join(tmpdir(), 'bulwark-faults-'))
  // The server runs as a user of its own, who has to get to its data.
  await chmod(root, 0o755)
  const results: SeedResult[] = []
  const queue = [...seeds]
  const program = fileURLToPath(new URL('./worker.ts', import.meta.url))

  const work = async (job: number): Promise<void> => {
    let worker: ChildProcess | undefined
    for (let seed = queue.shift(); seed !== undefined; seed = queue.shift()) {
      const directory = join(root, `seed-${seed}`)
      worker ??= fork(program, [join(root, `database-${job}`)])
      const order: Order = { seed, directory }
      worker.send(order)
      const answer = await Promise.race([
        once(worker, 'message').then(([result]) => result as SeedResult),
        once(worker, 'exit').then(([code, signal]) => `the simulator ended with ${signal ?? code}`),
      ])
      const result = typeof answer === 'string' ? failed(seed, answer) : answer
      if (typeof answer === 'string') worker = undefined
      results.push(result)
      onSeed?.(result, directory)
    }
    if (!worker) return
    const gone = once(worker, 'exit')
    worker.send('stop')
    await gone
  }
  await Promise.all(Array.from({ length: Math.min(jobs, seeds.length) }, (_, job) => work(job)))
  if (results.every(({ complaints }) => complaints.length === 0)) await rm(root, { recursive: true, force: true })
  return results.sort((a, b) => a.seed - b.seed)
}

function failed(seed: number, complaint: string): SeedResult {
  const nothing = { steps: 0, badAnswers: 0, blocksTaken: 0, kills: 0, restarts: 0, covers: 0, payouts: 0 }
  return { seed, complaints: [complaint], seconds: 0, ...nothing, faults: {}, recovery: { seconds: 0, blocks: 0 } }
}
