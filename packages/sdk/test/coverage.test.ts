import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  coversAbi,
  incidentsAbi,
  listingsAbi,
  lossProofsAbi,
  poolAbi,
  poolFactoryAbi,
  priceFeedTriggerAbi,
} from '../src/abis/index.ts'
import * as actions from '../src/actions/index.ts'

/** Functions without an action, each with the reason. */
const excluded: Record<string, Record<string, string>> = {
  poolAbi: {
    fund: 'only `Incidents` may call it, within `settle`',
    pay: 'only `Incidents` may call it, within `settle`',
    previewRedeem: 'always reverts, as ERC-7540 wants',
    previewWithdraw: 'always reverts, as ERC-7540 wants',
  },
  listingsAbi: {
    setAuthority: 'only the AccessManager may call it, within `updateAuthority`',
    isConsumingScheduledOp: 'answers the AccessManager within a call',
  },
  coversAbi: {
    register: 'only the factory may call it, within `createPool`',
    mint: 'only a pool may call it, within `buy`',
    change: 'only a pool may call it, within `extend`, `increase` and `decrease`',
    burn: 'only a pool may call it, within `cancel`',
    reduce: 'only `Incidents` may call it, within `settle`',
  },
  lossProofsAbi: {
    setAuthority: 'only the AccessManager may call it, within `updateAuthority`',
    isConsumingScheduledOp: 'answers the AccessManager within a call',
    use: 'only `Incidents` may call it, within `settle`',
  },
  incidentsAbi: {
    openTriggered: 'only the adjudicator of the listing may call it, which is a contract',
  },
}

const root = join(import.meta.dirname, '../src/actions')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\w\/\w+\.ts$/.test(file))

/** What every action file calls: the ABI and the function's name. */
const called = files.flatMap((file) => {
  const source = readFileSync(join(root, file), 'utf8')
  const abi = /abis\/(\w+)\.ts/.exec(source)?.[1] ?? ''
  return [...source.matchAll(/functionName: '(\w+)'/g)].map((match) => `${abi}.${match[1]}`)
})

const abis = { coversAbi, incidentsAbi, listingsAbi, lossProofsAbi, poolAbi, poolFactoryAbi, priceFeedTriggerAbi }

test.each(Object.entries(abis))('every function of %s has an action', (name, abi) => {
  const functions = [...new Set(abi.flatMap((item) => (item.type === 'function' ? [item.name as string] : [])))]
  const without = functions.filter((fn) => !called.includes(`${name}.${fn}`) && fn !== 'supportsInterface')
  expect(without.sort()).toEqual(Object.keys(excluded[name] ?? {}).sort())
})

test('every action is called after its file, and every write has its simulation and its preparation', () => {
  const exported = Object.keys(actions)
  for (const file of files) {
    const stem = file.replace(/^.*\/|\.ts$/g, '')
    expect(exported).toContain(stem)
    if (!readFileSync(join(root, file), 'utf8').includes('internal/write.ts')) continue
    const name = `${stem[0]?.toUpperCase()}${stem.slice(1)}`
    expect(exported).toContain(`simulate${name}`)
    expect(exported).toContain(`prepare${name}`)
  }
})
