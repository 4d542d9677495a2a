import { type Deployment, describeDeployment } from '@bulwark/sdk'
import { createLogger } from '@bulwark/service'
import { type Anvil, createRandom, type FaultyNode, noFaults, startAnvil, startFaultyNode } from '@bulwark/testkit'
import { getBlockNumber } from 'viem/actions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Nodes } from '../src/chain/Nodes.ts'
import { NodesDownError } from '../src/errors.ts'

const log = createLogger({ service: 'keeper', level: 'silent' })
let anvil: Anvil
let other: Anvil
let deployment: Deployment
let first: FaultyNode
let second: FaultyNode

beforeAll(async () => {
  anvil = await startAnvil({ timestamp: 1_700_000_000 })
  other = await startAnvil({ timestamp: 1_700_000_000, chainId: 5 })
  deployment = await describeDeployment(anvil.chain.public, { name: 'test', startBlock: 1n, addresses: {} })
  first = await startFaultyNode({ target: anvil.url, random: createRandom(1) })
  second = await startFaultyNode({ target: anvil.url, random: createRandom(2) })
})
afterAll(async () => {
  await Promise.all([first.stop(), second.stop(), anvil.stop(), other.stop()])
})

describe('Nodes', () => {
  test('behavior: a node that is down when the keeper starts does not keep it from the others', async () => {
    first.misbehave({ ...noFaults, drop: 1 })
    const nodes = new Nodes({ rpcUrls: [first.url, second.url], deployment, log })
    await nodes.check()
    expect(await getBlockNumber(await nodes.best())).toBe(1n)
    first.misbehave(noFaults)
    second.misbehave({ ...noFaults, drop: 1 })
    expect(await getBlockNumber(await nodes.best())).toBe(1n)
    second.misbehave(noFaults)
  })

  test('behavior: nodes that were all down are looked at before they are used', async () => {
    const late = await startFaultyNode({ target: other.url, random: createRandom(3), plan: { ...noFaults, drop: 1 } })
    const nodes = new Nodes({ rpcUrls: [late.url], deployment, log })
    await expect(nodes.check()).rejects.toThrow(NodesDownError)
    late.misbehave(noFaults)
    await expect(nodes.best()).rejects.toMatchObject({ name: 'WrongChainError' })
    await late.stop()
  })
})
