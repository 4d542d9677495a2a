import { expect, test } from 'vitest'
import { generateAbis, staleAbis } from '../generate-abis.ts'

test('the ABIs in the SDK are those of the contracts', () => {
  expect(staleAbis()).toEqual([])
  expect(generateAbis().size).toBe(9)
})
