import {
  type Anvil,
  type Chain,
  chainTime,
  type Deployed,
  deploy,
  deployToken,
  increaseTo,
  linkLibraries,
  readForgeArtifact,
  readPackageArtifact,
  send,
  startAnvil,
} from '@bulwark/testkit'
import { type Address, createPublicClient, custom, type Hex, numberToHex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  BlockNotServedError,
  buildBlockHeader,
  buildHoldingProof,
  buildTokenProof,
  getHoldingSlot,
  HeaderNotReproducedError,
  ProofNotServedError,
  type TokenLayout,
} from '../src/index.ts'

const grid = 64n
const wad = 10n ** 18n
const allBits = 2n ** 256n - 1n
const layout = { order: 'solidity', slot: 0n } as const satisfies TokenLayout
const nftLayout = { order: 'solidity', slot: 2n, mask: 2n ** 160n - 1n } as const satisfies TokenLayout
const kind = { erc20: 0, erc721: 1 }

let anvil: Anvil
let chain: Chain
let proofs: Deployed
let token: Deployed
let nft: Deployed
let alice: Address
/** The recorded block, and a time just after it. */
let recorded: bigint
let lossTime: bigint

/** Accounts whose balances nobody moves, ascending. */
const samples = [0x51n, 0x52n, 0x53n]

const run = (contract: Deployed, functionName: string, args: readonly unknown[]) =>
  send(chain, { ...contract, functionName, args, account: chain.actors.deployer })

const gasOf = async (functionName: string, args: readonly unknown[]) =>
  Number((await run(proofs, functionName, args)).gasUsed)

async function mineToGrid(): Promise<bigint> {
  const number = await chain.public.getBlockNumber()
  const next = (number / grid + 1n) * grid
  await chain.test.mine({ blocks: Number(next - number) })
  return next
}

const headerOf = async (blockNumber: bigint) => (await buildBlockHeader(chain.public, { blockNumber })).header

const holdingProof = async (blockNumber: bigint, key: Address | bigint) =>
  (await buildHoldingProof(chain.public, { token: token.address, blockNumber, layout, key })).storageProof

async function showToken(contract: Deployed, tokenLayout: TokenLayout, keys: readonly bigint[]) {
  const at = { token: contract.address, blockNumber: recorded }
  const { accountProof } = await buildTokenProof(chain.public, at)
  const storageProofs = []
  for (const key of keys) {
    storageProofs.push((await buildHoldingProof(chain.public, { ...at, layout: tokenLayout, key })).storageProof)
  }
  await run(proofs, 'showToken', [contract.address, recorded, keys, accountProof, storageProofs])
}

const define = async (contract: Deployed): Promise<Hex> => {
  const terms = { token: contract.address, value: wad, feed: zeroAddress, heartbeat: 0, salvage: false }
  const { result } = await chain.public.simulateContract({ ...proofs, functionName: 'defineTerms', args: [terms] })
  await run(proofs, 'defineTerms', [terms])
  return result as Hex
}

const holdingOf = async (id: Hex, account: Address) => {
  const [known, held] = (await chain.public.readContract({
    ...proofs,
    functionName: 'holdingOf',
    args: [id, account, lossTime],
  })) as readonly [boolean, bigint]
  return { known, held }
}

beforeAll(async () => {
  anvil = await startAnvil({ timestamp: 1_700_000_000, secondsPerBlock: 12 })
  chain = anvil.chain
  const { deployer, holders } = chain.actors
  alice = holders[0].address
  const manager = await deploy(chain, {
    ...(await readPackageArtifact('@openzeppelin/contracts/build/contracts/AccessManager.json')),
    args: [deployer.address],
  })
  const covers = await deploy(chain, await readForgeArtifact('StubCovers'))
  const feedValue = await deploy(chain, await readForgeArtifact('FeedValue'))
  proofs = await deploy(chain, {
    ...linkLibraries(await readForgeArtifact('LossProofs'), { FeedValue: feedValue.address }),
    args: [manager.address, covers.address, deployer.address, grid],
  })
  token = await deployToken(chain, { name: 'Dollar', symbol: 'USD', decimals: 6 })
  nft = await deploy(chain, await readForgeArtifact('ProofTokens.sol:TestNft'))

  for (const sample of samples) await run(token, 'mint', [numberToHex(sample, { size: 20 }), sample * 10n])
  await run(token, 'mint', [alice, 1_234_567n])
  for (const id of [1n, 2n, 3n, 4n]) await run(nft, 'mint', [id === 4n ? deployer.address : alice, id])
  // 300 further holders make the trie as deep as a small token's.
  await chain.test.setAutomine(false)
  for (let n = 0; n < 300; ++n) {
    const args = [numberToHex(0x1000 + n, { size: 20 }), 5n]
    await chain.wallet.writeContract({ ...token, functionName: 'mint', args, account: deployer, gas: 80_000n })
  }
  await chain.test.mine({ blocks: 1 })
  await chain.test.setAutomine(true)

  for (const [contract, place, which] of [
    [token, layout, kind.erc20],
    [nft, nftLayout, kind.erc721],
  ] as const) {
    const mask = 'mask' in place ? place.mask : allBits
    const layoutOf = { token: contract.address, kind: which, order: 0, slot: place.slot, mask, shift: 0 }
    await run(proofs, 'registerToken', [layoutOf])
  }
  recorded = await mineToGrid()
  await chain.test.mine({ blocks: 300 }) // beyond `blockhash`: EIP-2935 answers
  lossTime = (await chain.public.getBlock({ blockNumber: recorded })).timestamp + 1n
})

afterAll(() => anvil?.stop())

describe('a loss, from the block to what was held', () => {
  let id: Hex

  test('default', async () => {
    expect(await chain.public.readContract({ ...proofs, functionName: 'isSupported' })).toBe(true)
    const header = await headerOf(recorded)
    expect(await gasOf('recordBlock', [header])).toBeLessThan(200_000)
    await run(proofs, 'recordBlock', [await headerOf(recorded + grid)])
    await showToken(token, layout, samples)
    id = await define(token)
    await run(proofs, 'pinBlock', [lossTime, recorded])
    const proof = await holdingProof(recorded, alice)
    expect(await gasOf('proveHolding', [token.address, recorded, alice, proof])).toBeLessThan(170_000)
    expect(await holdingOf(id, alice)).toEqual({ known: true, held: 1_234_567n })
  })

  test('behavior: an account that never held is proven to hold nothing', async () => {
    const stranger = chain.actors.attacker.address
    const { storageProof, held } = await buildHoldingProof(chain.public, {
      token: token.address,
      blockNumber: recorded,
      layout,
      key: stranger,
    })
    expect(held).toBe(0n)
    await run(proofs, 'proveHolding', [token.address, recorded, stranger, storageProof])
    expect(await holdingOf(id, stranger)).toEqual({ known: true, held: 0n })
  })

  test('behavior: a token is proven once at a later block, and its holders there', async () => {
    const blockNumber = recorded + grid
    const { accountProof } = await buildTokenProof(chain.public, { token: token.address, blockNumber })
    expect(await gasOf('proveToken', [token.address, blockNumber, accountProof])).toBeLessThan(170_000)
    const proof = await holdingProof(blockNumber, alice)
    await run(proofs, 'proveHolding', [token.address, blockNumber, alice, proof])
  })

  test('behavior: NFTs are counted by their owners, and known a day later', async () => {
    await showToken(nft, nftLayout, [1n, 2n, 4n])
    const nfts = await define(nft)
    for (const key of [1n, 2n, 3n]) {
      const at = { token: nft.address, blockNumber: recorded, layout: nftLayout, key }
      const { storageProof, held } = await buildHoldingProof(chain.public, at)
      expect(held).toBe(BigInt(alice))
      await run(proofs, 'proveNft', [nft.address, recorded, key, storageProof])
    }
    expect(await holdingOf(nfts, alice)).toEqual({ known: false, held: 3n * wad })
    await increaseTo(chain, (await chainTime(chain)) + 86_400)
    expect(await holdingOf(nfts, alice)).toEqual({ known: true, held: 3n * wad })
  })

  test('behavior: the header of another height or chain, and a proof of another account, are refused', async () => {
    const header = await headerOf(recorded + 2n * grid)
    const forged = `${header.slice(0, -2)}${header.endsWith('00') ? '01' : '00'}` as Hex
    await expect(run(proofs, 'recordBlock', [forged])).rejects.toThrow('HeaderMismatch')
    await expect(run(proofs, 'recordBlock', [await headerOf(recorded + 1n)])).rejects.toThrow('BlockOffGrid')
    const foreign = await holdingProof(recorded, numberToHex(0x1007, { size: 20 }))
    const target = numberToHex(0x1008, { size: 20 })
    await expect(run(proofs, 'proveHolding', [token.address, recorded, target, foreign])).rejects.toThrow()
  })
})

describe('builders', () => {
  /** A client of the same chain whose answers are changed on the way. */
  const through = (change: (method: string, answer: unknown) => unknown) =>
    createPublicClient({
      transport: custom(
        {
          request: async ({ method, params }: { method: string; params: unknown }) =>
            change(method, await chain.public.request({ method, params } as never)),
        },
        { retryCount: 0 },
      ),
    })

  test('behavior: the slots are those of Solidity, Vyper and Solady', () => {
    const key = '0x00000000000000000000000000000000000000a1'
    const slots = (['solidity', 'vyper', 'packed'] as const).map((order) =>
      getHoldingSlot({ layout: { order, slot: 0x87a211a2n }, key }),
    )
    expect(new Set(slots).size).toBe(3)
    expect(slots).toMatchInlineSnapshot(`
      [
        "0x7f94bbd81dcc042a36b480fc349fbf898e0ddb7ec6962ad7669cea24cc57a607",
        "0xf7fc5e23939f259cf0ea952f1a35a38a47549fe80f31ab89e1a79e661b970f00",
        "0x8ff44af629257638d7763e5196accfb2034530948df5eaa67b425ab1344c3168",
      ]
    `)
  })

  test('behavior: flags are taken out of the word', async () => {
    const masked = { order: 'solidity', slot: 0n, mask: 0xffn << 8n, shift: 8 } as const
    const at = { token: token.address, blockNumber: recorded, layout: masked, key: alice }
    expect((await buildHoldingProof(chain.public, at)).held).toBe((1_234_567n >> 8n) & 0xffn)
  })

  test('error: BlockNotServedError', async () => {
    await expect(buildBlockHeader(chain.public, { blockNumber: 10n ** 9n })).rejects.toThrow(BlockNotServedError)
    const broken = through(() => {
      throw new Error('down')
    })
    await expect(buildBlockHeader(broken, { blockNumber: 1n })).rejects.toThrow(BlockNotServedError)
  })

  test('error: HeaderNotReproducedError', async () => {
    const lying = through((_, answer) => ({ ...(answer as object), gasUsed: '0x123456' }))
    await expect(buildBlockHeader(lying, { blockNumber: 1n })).rejects.toThrow(HeaderNotReproducedError)
  })

  test('error: ProofNotServedError', async () => {
    const at = { token: token.address, blockNumber: recorded }
    const without = through((method, answer) => (method === 'eth_getProof' ? null : answer))
    await expect(buildTokenProof(without, at)).rejects.toThrow(ProofNotServedError)
    const refusing = through((method) => {
      throw new Error(`${method} is not available`)
    })
    await expect(buildHoldingProof(refusing, { ...at, layout, key: alice })).rejects.toThrow(ProofNotServedError)
  })
})
