import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    // Most integration tests start an anvil of their own; a slow machine needs seconds for what takes milliseconds here.
    // A test waits for processes of its own half of the time: one more file at once fills the other half.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
