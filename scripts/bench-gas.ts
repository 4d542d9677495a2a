/**
 * `npm run bench:gas`: gas of each operation, as whole transactions, beside goals and peers.
 *
 * forge measures them isolated (profile gas) and compares them with contracts/snapshots; a figure that differs fails.
 * `--update` writes new snapshots and the table in docs/gas.md; `--json` prints one JSON object.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { writeTable } from './bench/writeTable.ts'

type Gas = Record<string, number>

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, update: { type: 'boolean' }, check: { type: 'boolean' } },
})
const thousand = 1000

/** What each row is, its goal, and what the largest peer's public code costs for the like (same compiler settings). */
const operations: readonly { key: string; what: string; goal?: number; peer?: string }[] = [
  { key: 'buyFirst', what: 'buy: new holder, risk and day', goal: 275, peer: '642–781k (Nexus Mutual, one pool)' },
  { key: 'buyAgain', what: 'buy again: same risk and day', goal: 205, peer: '642–781k' },
  { key: 'buyFeed', what: 'buy: first cover under a price feed', goal: 310, peer: '–' },
  { key: 'deposit', what: 'deposit', goal: 105, peer: '315k first, 160–259k later stake' },
  { key: 'requestRedeem', what: 'ask for an exit', goal: 115, peer: '–' },
  { key: 'processRedeem', what: 'serve an exit', goal: 95, peer: '–' },
  { key: 'redeem', what: 'claim a served exit', peer: '–' },
  { key: 'release', what: 'release a day’s run-off', goal: 60, peer: '116–236k free expired capacity' },
  { key: 'ruleParametric', what: 'rule, beside the reading of rounds', goal: 130, peer: '–' },
  { key: 'stepExposed', what: 'step past a ruling, exposed', goal: 85, peer: '–' },
  { key: 'extend', what: 'extend a cover', goal: 145, peer: '–' },
  { key: 'increase', what: 'increase a cover', goal: 145, peer: '–' },
  { key: 'decrease', what: 'decrease a cover', peer: '–' },
  { key: 'cancel', what: 'cancel a cover', goal: 115, peer: '–' },
  { key: 'stepPassOver', what: 'step past an entry, not exposed', goal: 10, peer: '–' },
  {
    key: 'settlePerCover100',
    what: 'settle, a cover of 100, fresh recipients',
    goal: 45,
    peer: '472–504k redeem a claim',
  },
  { key: 'ruleLosses', what: 'rule a list of losses', peer: '–' },
  {
    key: 'settleMerkle100',
    what: 'pay by leaves, one of 100, fresh recipients',
    goal: 60,
    peer: '472–504k redeem a claim',
  },
  { key: 'settleLeafAlone', what: 'pay one leaf alone', peer: '–' },
  { key: 'settleOwnLeaf100', what: 'settle an own cover by its leaf, of 100', peer: '–' },
  { key: 'ruleVault', what: 'prove and rule a vault’s loss', goal: 120, peer: '–' },
  { key: 'ruleDeficit', what: 'prove and rule a market’s deficit', goal: 120, peer: '–' },
  { key: 'ruleReserve', what: 'prove and rule a bridge’s shortfall', goal: 120, peer: '–' },
  { key: 'ruleReport', what: 'rule by a report that stands', peer: '–' },
  { key: 'assertOptimistic', what: 'assert an incident in UMA’s oracle (a double)', peer: '–' },
  { key: 'ruleOptimistic', what: 'settle with UMA’s oracle (a double) and rule', peer: '–' },
  { key: 'assert', what: 'assert a loss under the court', peer: '–' },
  { key: 'openCase', what: 'open its case', peer: '–' },
  { key: 'commit', what: 'commit to an award', goal: 70, peer: '–' },
  { key: 'reveal', what: 'reveal it', goal: 90, peer: '–' },
  { key: 'ruleCourt', what: 'rule by three assessors', peer: '–' },
  { key: 'settleJudged', what: 'settle the first cover: two journal entries stepped', peer: '–' },
  {
    key: 'judgedClaimTotal',
    what: 'all of these, three assessors',
    goal: 950,
    peer: '1.17M (3 assessors, no stake, secrecy or appeal)',
  },
  { key: 'recordBlock', what: 'record a block’s state root', goal: 200, peer: '–' },
  { key: 'proveHolding', what: 'prove a holding, token proven', goal: 170, peer: '–' },
  { key: 'castGovernanceVote', what: 'vote on a proposal', peer: '–' },
]

/** Runs the measurements; forge compares them with the snapshots itself. */
function measure(): boolean {
  if (values.update)
    for (const name of ['operations', 'operationsAt10000Risks']) rmSync(snapshot(name), { force: true })
  const env = { ...process.env, FOUNDRY_PROFILE: 'gas' }
  const { status, stdout, stderr } = spawnSync('forge', ['test'], { env, encoding: 'utf8', maxBuffer: 1 << 28 })
  const ran = /(\d+) tests passed/.exec(stdout)
  if (status === 0 && Number(ran?.[1] ?? 0) > 0) return true
  console.error(stdout.split('\n').slice(-60).join('\n'), stderr)
  console.error(
    'Gas differs from contracts/snapshots, or could not be measured. `npm run bench:gas -- --update` writes it anew.',
  )
  return false
}

function snapshot(name: string): string {
  return `contracts/snapshots/${name}.json`
}

function read(name: string): Gas {
  const figures: Record<string, string> = JSON.parse(readFileSync(snapshot(name), 'utf8'))
  return Object.fromEntries(Object.entries(figures).map(([key, gas]) => [key, Number(gas)]))
}

if (!measure()) process.exit(1)
const small = read('operations')
const large = read('operationsAt10000Risks')
const rows = operations.map(({ key, what, goal, peer = '–' }) => {
  const [gas, at10000] = [small[key] as number, large[key] as number]
  const drift = `${(((at10000 - gas) / gas) * 100).toFixed(1)} %`
  const verdict =
    goal === undefined ? '' : gas <= goal * thousand ? 'met' : `missed by ${Math.ceil(gas / thousand - goal)}k`
  return [
    key,
    what,
    gas.toLocaleString('en'),
    at10000.toLocaleString('en'),
    drift,
    goal ? `${goal}k` : '–',
    verdict,
    peer,
  ]
})
const head = ['key', 'operation', 'gas', 'with 10,000 risks', 'change', 'goal', '', 'peer']

if (values.json) {
  const pick = (gas: Gas) => Object.fromEntries(operations.map(({ key }) => [key, gas[key]]))
  console.log(JSON.stringify({ ...pick(small), at10000Risks: pick(large) }))
} else if (!values.check) {
  for (const [, what, gas, at10000, drift, goal, verdict, peer] of [head, ...rows] as string[][]) {
    const cells = [what?.padEnd(42), gas?.padStart(9), at10000?.padStart(18), drift?.padStart(8), goal?.padStart(6)]
    console.log(`${cells.join(' ')}  ${verdict?.padEnd(16)} ${peer}`)
  }
}
if (!writeTable({ name: 'gas', head, rows, update: values.update === true })) process.exitCode = 1
