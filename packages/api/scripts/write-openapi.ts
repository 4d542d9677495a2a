/** Writes packages/api/openapi.json from the routes; `--check` compares instead, and ends with 1 if it is stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createDocument } from '../src/openapi/createDocument.ts'

const file = new URL('../openapi.json', import.meta.url)
const text = `${JSON.stringify(createDocument(), null, 1)}\n`
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('packages/api/openapi.json is stale: run `npm run generate`')
    process.exitCode = 1
  }
} else {
  writeFileSync(file, text)
}
