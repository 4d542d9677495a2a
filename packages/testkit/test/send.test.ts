import { parseAbi } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Anvil,
  type Chain,
  chainTime,
  type Deployed,
  deploy,
  increaseTo,
  LibraryNotLinkedError,
  readPackageArtifact,
  send,
  startAnvil,
  TimeNotIncreasedError,
  TransactionRevertedError,
} from '../src/index.ts'

const timestamp = 1_700_000_000
const tokenAbi = parseAbi([
  'function transfer(address to, uint256 amount) returns (bool)',
  'function balanceOf(address) view returns (uint256)',
])
let anvil: Anvil
let chain: Chain
let link: Deployed<typeof tokenAbi>

beforeAll(async () => {
  anvil = await startAnvil({ timestamp })
  chain = anvil.chain
  const { bytecode } = await readPackageArtifact('@chainlink/contracts/abi/v0.4/LinkToken.json')
  link = await deploy(chain, { abi: tokenAbi, bytecode })
})

afterAll(() => anvil.stop())

test('default', async () => {
  const [alice] = chain.actors.holders
  const transfer = { ...link, functionName: 'transfer', args: [alice.address, 5n] } as const
  const receipt = await send(chain, { ...transfer, account: chain.actors.deployer })
  expect(receipt.status).toBe('success')
  expect(await chain.public.readContract({ ...link, functionName: 'balanceOf', args: [alice.address] })).toBe(5n)
})

test('behavior: every send has its receipt before the next', async () => {
  const { keeper } = chain.actors
  const before = await chain.public.getBlockNumber()
  for (let count = 0; count < 20; count++) {
    const transfer = { ...link, functionName: 'transfer', args: [keeper.address, 1n] } as const
    const { blockNumber } = await send(chain, { ...transfer, account: chain.actors.deployer })
    expect(blockNumber).toBe(before + BigInt(count) + 1n)
  }
})

test('behavior: actors sign locally as the accounts that anvil knows', async () => {
  const addresses = await chain.wallet.getAddresses()
  expect([...chain.actors.byAddress.keys()]).toEqual(addresses.map((address) => address.toLowerCase()))
  const { quoteSigner } = chain.actors
  const signature = await quoteSigner.signMessage({ message: 'a quote' })
  expect(await chain.public.verifyMessage({ address: quoteSigner.address, message: 'a quote', signature })).toBe(true)
  expect(quoteSigner.label).toBe('quoteSigner')
  expect(chain.actors.holders[0].label).toBe('holder 1')
})

/** Reverts with its call data. Its constructor copies the ten bytes after itself. */
const echo = {
  bytecode: '0x600a600c600039600a6000f3366000600037366000fd',
  abi: parseAbi(['function CapacityExceeded(uint256 requested, uint256 available)']),
} as const
const errors = parseAbi(['error CapacityExceeded(uint256 requested, uint256 available)'])

test('error: TransactionRevertedError with a custom error', async () => {
  const contract = await deploy(chain, echo)
  const call = {
    ...contract,
    functionName: 'CapacityExceeded',
    args: [7n, 5n],
    account: chain.actors.attacker,
  } as const
  const failure = send(chain, { ...call, errors })
  await expect(failure).rejects.toBeInstanceOf(TransactionRevertedError)
  await expect(failure).rejects.toMatchObject({
    errorName: 'CapacityExceeded',
    args: [7n, 5n],
    shortMessage: 'CapacityExceeded reverted: CapacityExceeded(7, 5).',
  })
  await expect(send(chain, call)).rejects.toMatchObject({ errorName: undefined, args: [] })
})

test('error: TransactionRevertedError without data', async () => {
  const call = { ...link, functionName: 'transfer', args: [link.address, 1n] } as const
  const failure = send(chain, { ...call, account: chain.actors.attacker })
  await expect(failure).rejects.toThrow('transfer reverted: without data.')
})

test('error: LibraryNotLinkedError', async () => {
  const bytecode = `0x73__$${'a'.repeat(34)}$__` as const
  const linkReferences = { 'Maths.sol': { Maths: [{ start: 1, length: 20 }] } }
  const failure = deploy(chain, { abi: [], bytecode, linkReferences })
  await expect(failure).rejects.toBeInstanceOf(LibraryNotLinkedError)
})

test('behavior: increaseTo', async () => {
  const target = (await chainTime(chain)) + 86_400
  await increaseTo(chain, target)
  expect(await chainTime(chain)).toBe(target)
  await expect(increaseTo(chain, target - 1)).rejects.toBeInstanceOf(TimeNotIncreasedError)
})
