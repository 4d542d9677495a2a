/**
 * `npm run bench:size`: bytes of runtime code of every deployed contract, external libraries too.
 *
 * Fails if one is over 20,480 bytes, or if a figure differs from contracts/snapshots/sizes.json; `--update` writes it and
 * the table in docs/gas.md; `--json` prints `{ contract: bytes }`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { writeTable } from './bench/writeTable.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, update: { type: 'boolean' }, check: { type: 'boolean' } },
})
const limit = 20_480
const snapshot = 'contracts/snapshots/sizes.json'
const deployed = [
  'Pool',
  'Sales',
  'Backings',
  'Claims',
  'Payouts',
  'Underwriting',
  'Extensions',
  'Refunds',
  'PoolFactory',
  'Listings',
  'Covers',
  'Incidents',
  'Settlements',
  'Recoveries',
  'LeafSettlements',
  'FeedValue',
  'LossProofs',
  'Salvage',
  'PriceFeedTrigger',
  'VaultLossTrigger',
  'DeficitTrigger',
  'ReserveTrigger',
  'FrozenTrigger',
  'CoverDescriptor',
  'KeeperUpkeep',
  'StatementRegistry',
  'ReportTrigger',
  'Court',
  'CourtOpening',
  'CourtConflicts',
  'CourtAppeals',
  'CourtSettlement',
  'CourtStakes',
  'CourtConfig',
  'MembersAppeal',
  'BulwarkToken',
  'BulwarkGovernor',
  'BulwarkTimelock',
  'BulwarkAccessManager',
  'Optimistic',
]

function sizeOf(name: string): number {
  const artifact = JSON.parse(readFileSync(`contracts/out/${name}.sol/${name}.json`, 'utf8'))
  return (artifact.deployedBytecode.object.length - 2) / 2
}

const sizes = Object.fromEntries(deployed.map((name) => [name, sizeOf(name)]))
const text = `${JSON.stringify(sizes, null, 2)}\n`
if (values.update) writeFileSync(snapshot, text)
if (values.json) console.log(JSON.stringify(sizes))
else if (!values.check)
  for (const [name, bytes] of Object.entries(sizes)) console.log(`${name.padEnd(18)}${String(bytes).padStart(7)} bytes`)

const breaches = Object.entries(sizes).filter(([, bytes]) => bytes > limit)
for (const [name, bytes] of breaches) console.error(`${name} has ${bytes} bytes: the limit is ${limit}.`)
const committed = readFileSync(snapshot, 'utf8')
if (committed !== text) console.error(`Sizes differ from ${snapshot}: run \`npm run bench:size -- --update\`.`)
const rows = Object.entries(sizes).map(([name, bytes]) => [name, bytes.toLocaleString('en')])
const held = writeTable({ name: 'size', head: ['contract', 'bytes'], rows, update: values.update === true })
if (breaches.length > 0 || committed !== text || !held) process.exitCode = 1
