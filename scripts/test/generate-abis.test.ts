import { expect, test } from 'vitest'
import { contracts, generateAbis, shared, staleAbis } from '../generate-abis.ts'

test('the ABIs in the SDK are those of the contracts', () => {
  expect(staleAbis()).toEqual([])
  // One for each entry, one with all errors, and the index: none is left out for want of an artifact.
  expect(generateAbis().size).toBe(Object.keys({ ...contracts, ...shared }).length + 2)
})
