import { parseArgs } from 'node:util'
import { faultKinds } from './drawPlan.ts'
import { runCampaign } from './runCampaign.ts'
import type { SeedResult } from './runSeed.ts'

const usage = `Breaks what can break, by seeds, and looks whether everybody was paid: see docs/faults.md.

  npm run test:faults                        ten seeds
  npm run test:faults -- --seed 123          one
  npm run test:faults -- --seeds 1000 --from 1 --jobs 2

  --seed N     one seed, again
  --seeds N    how many (10)
  --from K     the first (1)
  --jobs J     how many at once (1)
  --json       one object at the end, nothing else
`

const whole = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  process.stderr.write(`"${text}" is not a whole number.\n\n${usage}`)
  process.exit(2)
}

function readOptions() {
  try {
    const text = { type: 'string' } as const
    const flag = { type: 'boolean' } as const
    const options = { seed: text, seeds: text, from: text, jobs: text, json: flag, help: flag }
    return parseArgs({ options, strict: true }).values
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}

const { seed, seeds: count = '10', from = '1', jobs = '1', json = false, help = false } = readOptions()
if (help) {
  process.stdout.write(usage)
  process.exit()
}
const seeds =
  seed !== undefined ? [whole(seed)] : Array.from({ length: whole(count) }, (_, index) => whole(from) + index)

const began = Date.now()
const results = await runCampaign({ seeds, jobs: Math.max(1, whole(jobs)), onSeed: json ? () => {} : tell })
if (json) process.stdout.write(`${JSON.stringify(summarise(results), null, 2)}\n`)
else {
  for (const [name, value] of Object.entries(summarise(results))) {
    process.stdout.write(`${name.padEnd(18)}${typeof value === 'object' ? JSON.stringify(value) : value}\n`)
  }
}
process.exitCode = results.every(({ complaints }) => complaints.length === 0) ? 0 : 1

function tell(
  { seed, complaints, seconds, steps, payouts, kills, blocksTaken, recovery }: SeedResult,
  directory: string,
) {
  const done = `${payouts} payouts, ${kills} kills, ${blocksTaken} blocks taken back, well after ${recovery.seconds.toFixed(1)} s`
  if (complaints.length === 0) {
    process.stdout.write(`seed ${seed}: green, ${steps} steps in ${seconds.toFixed(1)} s: ${done}\n`)
    return
  }
  process.stdout.write(`seed ${seed}: RED after ${seconds.toFixed(1)} s: ${done}\n`)
  for (const complaint of new Set(complaints)) process.stdout.write(`  ${complaint}\n`)
  process.stdout.write(`  logs: ${directory}\n  again: npm run test:faults -- --seed ${seed}\n`)
}

function summarise(results: readonly SeedResult[]) {
  const sum = (of: (result: SeedResult) => number) => results.reduce((total, result) => total + of(result), 0)
  const most = (of: (result: SeedResult) => number) => results.reduce((most, result) => Math.max(most, of(result)), 0)
  return {
    seeds: results.length,
    red: results.filter(({ complaints }) => complaints.length > 0).map(({ seed }) => seed),
    secondsPerSeed: Number(((Date.now() - began) / 1_000 / Math.max(1, results.length)).toFixed(1)),
    faults: Object.fromEntries(faultKinds.map((kind) => [kind, sum(({ faults }) => faults[kind] ?? 0)])),
    badAnswers: sum(({ badAnswers }) => badAnswers),
    kills: sum(({ kills }) => kills),
    restarts: sum(({ restarts }) => restarts),
    blocksTakenBack: sum(({ blocksTaken }) => blocksTaken),
    covers: sum(({ covers }) => covers),
    payoutsChecked: sum(({ payouts }) => payouts),
    slowestRecovery: {
      seconds: most(({ recovery }) => recovery.seconds),
      blocks: most(({ recovery }) => recovery.blocks),
    },
  }
}
