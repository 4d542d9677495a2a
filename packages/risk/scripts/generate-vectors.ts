/**
 * Writes the vectors that the chain's maths and its twins are both tested against. With `--check` it writes nothing, and
 * ends with 1 if a file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { vectorFiles, vectorPath } from './vectors/index.ts'
import { render } from './vectors/table.ts'

const check = process.argv.includes('--check')
for (const file of vectorFiles) {
  const path = vectorPath(file)
  const text = render(file)
  if (!check) {
    writeFileSync(path, text)
    continue
  }
  let found: string | undefined
  try {
    found = readFileSync(path, 'utf8')
  } catch {
    // Missing is stale, too.
  }
  if (found !== text) {
    console.error(`${relative('.', path)} is not what its generator writes; run \`npm run generate:vectors\``)
    process.exitCode = 1
  }
}
