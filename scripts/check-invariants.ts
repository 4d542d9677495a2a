/**
 * Holds docs/invariants.md, the tests and the list of pending ids together: every id has a test or is pending, no pending
 * id has a test, and no test names an id that the page does not know.
 */
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'

const page = 'docs/invariants.md'
const list = 'contracts/test/pending-invariants.json'
const breaches: string[] = []

const known = new Set([...readFileSync(page, 'utf8').matchAll(/^\| ([A-Z]{3}-\d) \|/gm)].map(([, id]) => id as string))
const families = [...new Set([...known].map((id) => id.slice(0, 3)))].join('|')
const pending: Record<string, string> = JSON.parse(readFileSync(list, 'utf8'))

const tested = new Map<string, string>()
for (const path of globSync(['contracts/test/**/*.sol', 'packages/*/test/**/*.ts'])) {
  for (const [, family, number] of readFileSync(path, 'utf8').matchAll(
    new RegExp(`\\b(?:\\w+_)?(${families})[-_](\\d)`, 'g'),
  )) {
    const id = `${family}-${number}`
    if (!known.has(id)) breaches.push(`${path} names ${id}, which ${page} does not know`)
    tested.set(id, path)
  }
}

for (const id of known) {
  const path = tested.get(id)
  if (path === undefined && !(id in pending)) breaches.push(`${id} has neither a test nor a place in ${list}`)
  if (path !== undefined && id in pending) breaches.push(`${id} has a test (${path}): take it out of ${list}`)
}
for (const id of Object.keys(pending))
  if (!known.has(id)) breaches.push(`${list} names ${id}, which ${page} does not know`)

// The list may only shrink: what was not pending in the last commit may not become so.
const committed = readCommitted()
for (const id of Object.keys(pending)) {
  if (committed && !(id in committed)) breaches.push(`${id} was not pending before: write its test`)
}

/** The list as it is in the last commit; nothing in a first commit, or outside a repository. */
function readCommitted(): Record<string, string> | undefined {
  try {
    return JSON.parse(
      execFileSync('git', ['show', `HEAD:${list}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    return undefined
  }
}

for (const breach of breaches) console.error(breach)
process.exitCode = breaches.length > 0 ? 1 : 0
