/** Rules about the repository's files that no formatter or compiler knows. Prints each breach and ends with 1. */
import { globSync, readFileSync } from 'node:fs'

const breaches: string[] = []

// The lock file must work with any registry, so it names none: see omit-lockfile-registry-resolved in .npmrc.
for (const [index, line] of readFileSync('package-lock.json', 'utf8').split('\n').entries()) {
  if (/"resolved": "(https?|git)/.test(line)) {
    breaches.push(`package-lock.json:${index + 1} names a host; run \`npm install\` again`)
  }
}

// Everything is pinned: a caret would make two installs differ.
for (const path of globSync(['package.json', 'contracts/package.json', 'packages/*/package.json'])) {
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  for (const field of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']) {
    for (const [name, version] of Object.entries<string>(manifest[field] ?? {})) {
      if (!/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
        breaches.push(`${path}: ${field}["${name}"] is "${version}", not an exact version`)
      }
    }
  }
}

for (const breach of breaches) console.error(breach)
process.exitCode = breaches.length > 0 ? 1 : 0
