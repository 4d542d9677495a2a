import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as sdk from '../src/index.ts'

const { exports, sideEffects } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))

test('the public names are the ones that were agreed on', () => {
  expect(Object.keys(sdk).sort()).toMatchSnapshot()
})

test('the entry points are the ones that were agreed on', async () => {
  expect(sideEffects).toBe(false)
  expect(Object.keys(exports)).toEqual(['.', './abis', './actions', './api', './errors'])
  for (const path of Object.values<string>(exports)) {
    const entry = await import(join('..', path))
    for (const name of Object.keys(entry)) expect(sdk).toHaveProperty(name)
  }
})
