#!/usr/bin/env node
// Starts the command line on Node 24, which runs TypeScript as it is: this one, or the one that the repository installs.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const main = join(here, '..', 'src', 'main.ts')

/** The `node` of the nearest `node_modules/.bin` above. */
function findNode() {
  for (let folder = here; dirname(folder) !== folder; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', '.bin', 'node')
    if (existsSync(path)) return path
  }
  return undefined
}

if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import(main)
} else {
  const node = findNode()
  if (node === undefined) {
    console.error(`bulwark needs Node 24; this is ${process.versions.node}, and the repository has none installed.`)
    console.error('Run `npm ci` in the repository, or put Node 24 first in your PATH.')
    process.exit(1)
  }
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`bulwark could not start ${node}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}
