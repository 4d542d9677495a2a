import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bulwark-testkit-'))
  vi.stubEnv('PATH', directory)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  vi.doUnmock('../src/internal/findAnvil.ts')
  vi.resetModules()
  await rm(directory, { recursive: true })
})

test('default', async () => {
  const { findAnvil } = await import('../src/internal/findAnvil.ts')
  expect(findAnvil(directory)).toEqual({ command: 'anvil', looked: ['the PATH'] })
  const { command, looked } = findAnvil()
  expect(looked.at(-1)).toBe(command === 'anvil' ? 'the PATH' : command)
})

test('error: AnvilNotFoundError', async () => {
  const looked = [join(directory, 'anvil')]
  vi.doMock('../src/internal/findAnvil.ts', () => ({ findAnvil: () => ({ command: looked[0], looked }) }))
  const { startAnvil } = await import('../src/startAnvil.ts')
  const { AnvilNotFoundError } = await import('../src/errors.ts')
  const failure = startAnvil({ timestamp: 1_668_900_000 })
  await expect(failure).rejects.toBeInstanceOf(AnvilNotFoundError)
  await expect(failure).rejects.toMatchObject({ looked, message: expect.stringContaining('npm ci') })
})
