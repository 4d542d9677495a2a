import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const module = join(import.meta.dirname, '../src/internal/allowReadOnly.ts')

/** The kernel lets nobody make a file in /sys, not even root. */
const write = (path: string) =>
  spawnSync(process.execPath, ['--import', module, '--eval', `require('node:fs').writeFileSync('${path}', '')`])

test('default: the declarations of Ponder need not be written', () => {
  expect(write('/sys/ponder-env.d.ts').status).toBe(0)
})

test('behavior: anything else that cannot be written ends it', () => {
  expect(write('/sys/anything').status).toBe(1)
  expect(write('/nowhere/ponder-env.d.ts').status).toBe(1)
})
