import { startAnvil } from '@bulwark/testkit'
import { keccak256 } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CodeMismatchError,
  checkDeployment,
  type Deployment,
  deploymentAddresses,
  describeDeployment,
  formatDeployment,
  InvalidDeploymentError,
  parseDeployment,
  WrongChainError,
} from '../src/index.ts'

let anvil: Awaited<ReturnType<typeof startAnvil>>
let deployment: Deployment
const at = (last: number) => `0x${last.toString(16).padStart(40, '0')}` as const
const addresses = { accessManager: at(1), listings: at(2), covers: at(3), incidents: at(4), factory: at(5) }

beforeAll(async () => {
  anvil = await startAnvil({ timestamp: 1_700_000_000 })
  for (const address of Object.values(addresses)) {
    await anvil.chain.test.setCode({ address, bytecode: `0x60${address.slice(-2)}` })
  }
  deployment = await describeDeployment(anvil.chain.public, { name: 'local', startBlock: 1n, addresses })
})
afterAll(() => anvil.stop())

describe('parseDeployment', () => {
  test('default', () => {
    expect(parseDeployment(formatDeployment(deployment))).toEqual(deployment)
    expect(deploymentAddresses(deployment)).toMatchObject(addresses)
    expect(deployment.contracts.listings?.codeHash).toBe(keccak256('0x6002'))
  })

  const plain = () => JSON.parse(formatDeployment(deployment))
  test.each([
    ['content', () => 'x'],
    ['content', () => []],
    ['version', () => ({ ...plain(), version: 2 })],
    ['name', () => ({ ...plain(), name: '../x' })],
    ['chainId', () => ({ ...plain(), chainId: '1' })],
    ['genesisHash', () => ({ ...plain(), genesisHash: '0x' })],
    ['startBlock', () => ({ ...plain(), startBlock: -1 })],
    ['contracts', () => ({ ...plain(), contracts: { ...plain().contracts, pond: plain().contracts.covers } })],
    ['contracts.covers', () => ({ ...plain(), contracts: { ...plain().contracts, covers: undefined } })],
    ['contracts.covers.address', () => ({ ...plain(), contracts: { ...plain().contracts, covers: {} } })],
  ])('error: InvalidDeploymentError names %s', (field, change) => {
    const text = typeof change() === 'string' ? String(change()) : JSON.stringify(change())
    expect(() => parseDeployment(text)).toThrow(InvalidDeploymentError)
    expect(() => parseDeployment(text)).toThrow(`manifest's ${field} cannot be`)
  })
})

describe('checkDeployment', () => {
  test('default', () => expect(checkDeployment(anvil.chain.public, deployment)).resolves.toBeUndefined())

  test('error: WrongChainError', async () => {
    const other = { ...deployment, chainId: 1 }
    await expect(checkDeployment(anvil.chain.public, other)).rejects.toThrow(WrongChainError)
    const older = { ...deployment, genesisHash: keccak256('0x') }
    await expect(checkDeployment(anvil.chain.public, older)).rejects.toThrow("The node's genesis hash is")
  })

  test('error: CodeMismatchError', async () => {
    await anvil.chain.test.setCode({ address: addresses.covers, bytecode: '0x00' })
    await expect(checkDeployment(anvil.chain.public, deployment)).rejects.toThrow(CodeMismatchError)
    await anvil.chain.test.setCode({ address: addresses.covers, bytecode: '0x' })
    await expect(checkDeployment(anvil.chain.public, deployment)).rejects.toThrow('covers at')
    const gone = { name: 'x', startBlock: 0n, addresses }
    await expect(describeDeployment(anvil.chain.public, gone)).rejects.toThrow('has no code')
  })
})
