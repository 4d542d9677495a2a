/**
 * Writes the table of restricted functions in docs/roles.md from a deployment on an anvil of its own: function, role, who
 * holds it and what he waits, as the chain has them. `--check` writes nothing and ends with 1 if the page differs.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { deployBulwark, describeRoles, renderRoles, startAnvil } from '@bulwark/testkit'

const page = 'docs/roles.md'

const anvil = await startAnvil({ timestamp: 1_700_000_000 })
try {
  const rows = await describeRoles(await deployBulwark(anvil.chain))
  const text = readFileSync(page, 'utf8')
  const written = renderRoles(text, rows)
  if (written !== text && process.argv.includes('--check')) {
    console.error(`${page} is not what the chain has; run \`node scripts/generate-roles.ts\`.`)
    process.exitCode = 1
  } else if (written !== text) writeFileSync(page, written)
} finally {
  await anvil.stop()
}
