/**
 * The long run: every fuzz test deeper, then the campaign in rounds, each with another seed, until a million calls have
 * gone through. Handlers also try what must be refused: that is not counted.
 *
 * Usage: `npm run test:long [-- --calls N] [-- --seed N] [-- --skip-fuzz]`
 */
import { readFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { campaignAccount, forgeTest } from './forge-test.ts'

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    'skip-fuzz': { type: 'boolean', default: false },
  },
})
const campaign = 'contracts/test/invariant/*'
const persisted = 'contracts/cache/invariant'

/** What the runs of a round wrote down: calls that went through, and calls that were rightly refused. */
function tally(): { successes: number; refusals: number } {
  let [successes, refusals] = [0, 0]
  for (const [, success, refusal] of readFileSync(campaignAccount, 'utf8').matchAll(
    / successes=(\d+) refusals=(\d+)/g,
  )) {
    successes += Number(success)
    refusals += Number(refusal)
  }
  return { successes, refusals }
}

const start = performance.now()
const minutes = () => ((performance.now() - start) / 60_000).toFixed(1)
process.env.FOUNDRY_PROFILE = 'deep'
let { passed, failed } = values['skip-fuzz']
  ? { passed: 0, failed: 0 }
  : await forgeTest(['--no-match-path', `{contracts/test/gas/*,${campaign}}`])

let [successes, refusals, round] = [0, 0, 0]
while (failed === 0 && successes < Number(values.calls)) {
  const seed = Number(values.seed) + round++
  rmSync(persisted, { recursive: true, force: true })
  const result = await forgeTest(['--match-path', campaign, '--fuzz-seed', `0x${seed.toString(16)}`])
  failed += result.failed
  if (round === 1) passed += result.passed
  const counted = tally()
  successes += counted.successes
  refusals += counted.refusals
  console.log(
    `round ${round} (seed ${seed}): ${successes.toLocaleString('en')} calls went through, ` +
      `${refusals.toLocaleString('en')} were refused as they must be, ${minutes()} min`,
  )
}
console.log(
  `\n${successes} calls went through in ${round} rounds, ${refusals} refused; ${passed} passed, ${failed} failed`,
)
process.exitCode = failed > 0 ? 1 : 0
