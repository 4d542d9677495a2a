import {
  type Actor,
  type Anvil,
  type Chain,
  chainTime,
  createActors,
  type Deployed,
  deploy,
  deployToken,
  increaseTo,
  readForgeArtifact,
  readPackageArtifact,
  send,
  startAnvil,
} from '@bulwark/testkit'
import {
  type Address,
  createPublicClient,
  custom,
  getAddress,
  type Hash,
  type Hex,
  hashTypedData,
  numberToHex,
  zeroAddress,
} from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  BlockNotServedError,
  BlockOffGridError,
  buildBlockHeader,
  buildHoldingProof,
  buildTokenProof,
  ConsentNotSignedError,
  ConsentWasRevokedError,
  canSellProven,
  defineProofTerms,
  getConsent,
  getConsentHash,
  getConsentTypedData,
  getHolding,
  getHoldingSlot,
  getLossProofsAuthority,
  getLossProofsBounds,
  getLossProofsDomain,
  getPinnedBlock,
  getProofTerms,
  getProofTermsId,
  getRecordedBlock,
  getRegisteredToken,
  getStorageRoot,
  giveConsent,
  HeaderMismatchError,
  HeaderNotReproducedError,
  isChainSupported,
  isNftCounted,
  NodeMismatchError,
  ProofNotServedError,
  type ProofTerms,
  pinBlock,
  proveHolding,
  proveNft,
  proveToken,
  proveValue,
  recordBlock,
  registerToken,
  retireToken,
  revokeConsent,
  showToken,
  signConsent,
  simulateDefineProofTerms,
  simulateGiveConsent,
  simulateProveHolding,
  simulateRecordBlock,
  type TokenLayout,
} from '../src/index.ts'

const grid = 64n
const wad = 10n ** 18n
const layout = { order: 'solidity', slot: 0n } as const satisfies TokenLayout
const nftLayout = { order: 'solidity', slot: 2n, mask: 2n ** 160n - 1n } as const satisfies TokenLayout

let anvil: Anvil
let chain: Chain
let lossProofs: Address
let covers: Deployed
let token: Address
let nft: Address
let feed: Deployed
let alice: Address
/** The recorded block, and a time just after it. */
let recorded: bigint
let lossTime: bigint

const { deployer, holders, attacker, assessors } = createActors()
const [coverOwner] = holders
const [, , insured] = holders
const [stranger] = assessors
/** Gas for every write: an estimate is made for a block of another time than the one that is mined. */
const by = (account: Actor) => ({ lossProofs, account, gas: 2n ** 23n })

/** Accounts whose balances nobody moves, ascending. */
const samples = [0x51n, 0x52n, 0x53n]

const run = (contract: Deployed, functionName: string, args: readonly unknown[]) =>
  send(chain, { ...contract, functionName, args, account: deployer })

const mined = async (hash: Promise<Hash>): Promise<number> => {
  const receipt = await chain.public.waitForTransactionReceipt({ hash: await hash })
  expect(receipt.status).toBe('success')
  return Number(receipt.gasUsed)
}

async function mineToGrid(): Promise<bigint> {
  const number = await chain.public.getBlockNumber()
  const next = (number / grid + 1n) * grid
  await chain.test.mine({ blocks: Number(next - number) })
  return next
}

const headerOf = async (blockNumber: bigint) => (await buildBlockHeader(chain.public, { blockNumber })).header

const holdingProof = async (number: bigint, key: Address | bigint) =>
  (await buildHoldingProof(chain.public, { token, blockNumber: number, layout, key })).storageProof

async function show(which: Address, place: TokenLayout, keys: readonly bigint[]) {
  const where = { token: which, blockNumber: recorded }
  const { accountProof } = await buildTokenProof(chain.public, where)
  const storageProofs: (readonly Hex[])[] = []
  for (const key of keys) {
    storageProofs.push((await buildHoldingProof(chain.public, { ...where, layout: place, key })).storageProof)
  }
  const parameters = { token: which, number: recorded, samples: keys, accountProof, storageProofs }
  await mined(showToken(chain.wallet, { ...by(stranger), ...parameters }))
}

const fixedTerms = (which: Address): ProofTerms => ({
  token: which,
  value: wad,
  feed: zeroAddress,
  heartbeat: 0n,
  salvage: false,
})

async function define(proofTerms: ProofTerms): Promise<Hex> {
  const { result } = await simulateDefineProofTerms(chain.public, { ...by(stranger), proofTerms })
  await mined(defineProofTerms(chain.wallet, { ...by(stranger), proofTerms }))
  expect(getProofTermsId(proofTerms)).toBe(result)
  expect(await getProofTerms(chain.public, { lossProofs, termsId: result })).toEqual(proofTerms)
  expect(await canSellProven(chain.public, { lossProofs, termsId: result })).toBe(true)
  return result
}

const holdingOf = (termsId: Hex, holder: Address) => getHolding(chain.public, { lossProofs, termsId, holder, lossTime })

beforeAll(async () => {
  anvil = await startAnvil({ timestamp: 1_700_000_000, secondsPerBlock: 12 })
  chain = anvil.chain
  alice = coverOwner.address
  const manager = await deploy(chain, {
    ...(await readPackageArtifact('@openzeppelin/contracts/build/contracts/AccessManager.json')),
    args: [deployer.address],
  })
  covers = await deploy(chain, await readForgeArtifact('StubCovers'))
  const args = [manager.address, covers.address, deployer.address, grid]
  lossProofs = (await deploy(chain, { ...(await readForgeArtifact('LossProofs')), args })).address
  const dollar = await deployToken(chain, { name: 'Dollar', symbol: 'USD', decimals: 6 })
  const nfts = await deploy(chain, await readForgeArtifact('ProofTokens.sol:TestNft'))
  feed = await deploy(chain, { ...(await readForgeArtifact('MockPriceFeed')), args: [8] })
  token = getAddress(dollar.address)
  nft = getAddress(nfts.address)

  for (const sample of samples) await run(dollar, 'mint', [numberToHex(sample, { size: 20 }), sample * 10n])
  await run(dollar, 'mint', [alice, 1_234_567n])
  for (const id of [1n, 2n, 3n, 4n]) await run(nfts, 'mint', [id === 4n ? deployer.address : alice, id])
  // 300 further holders make the trie as deep as a small token's.
  await chain.test.setAutomine(false)
  for (let n = 0; n < 300; ++n) {
    const args = [numberToHex(0x1000 + n, { size: 20 }), 5n]
    await chain.wallet.writeContract({ ...dollar, functionName: 'mint', args, account: deployer, gas: 80_000n })
  }
  await chain.test.mine({ blocks: 1 })
  await chain.test.setAutomine(true)
  await run(feed, 'push', [1_700_000_500n, 150_000_000n])

  await mined(registerToken(chain.wallet, { ...by(deployer), token, layout: { kind: 'erc20', ...layout } }))
  await mined(registerToken(chain.wallet, { ...by(deployer), token: nft, layout: { kind: 'erc721', ...nftLayout } }))
  recorded = await mineToGrid()
  await chain.test.mine({ blocks: 300 }) // beyond `blockhash`: EIP-2935 answers
  lossTime = (await chain.public.getBlock({ blockNumber: recorded })).timestamp + 1n
})

afterAll(() => anvil?.stop())

describe('a loss, from the block to what was held', () => {
  let termsId: Hex

  test('default', async () => {
    expect(await isChainSupported(chain.public, { lossProofs })).toBe(true)
    expect((await getLossProofsBounds(chain.public, { lossProofs })).grid).toBe(grid)
    const header = await headerOf(recorded)
    expect(await mined(recordBlock(chain.wallet, { ...by(stranger), header }))).toBeLessThan(200_000)
    await mined(recordBlock(chain.wallet, { ...by(stranger), header: await headerOf(recorded + grid) }))
    await show(token, layout, samples)
    termsId = await define(fixedTerms(token))
    await mined(pinBlock(chain.wallet, { ...by(stranger), lossTime, number: recorded }))
    expect((await holdingOf(termsId, alice)).known).toBe(false)
    const storageProof = await holdingProof(recorded, alice)
    const holding = { token, number: recorded, holder: alice, storageProof }
    expect(await mined(proveHolding(chain.wallet, { ...by(stranger), ...holding }))).toBeLessThan(170_000)
    expect(await holdingOf(termsId, alice)).toEqual({
      known: true,
      held: 1_234_567n,
      used: 0n,
      value: wad,
      unit: 1_000_000n,
    })
  })

  test('behavior: what was proven can be read', async () => {
    const { stateRoot, timestamp } = await buildBlockHeader(chain.public, { blockNumber: recorded })
    expect(await getRecordedBlock(chain.public, { lossProofs, number: recorded })).toEqual({ stateRoot, timestamp })
    expect(await getPinnedBlock(chain.public, { lossProofs, lossTime })).toBe(recorded)
    const { storageRoot, codeHash } = await buildTokenProof(chain.public, { token, blockNumber: recorded })
    expect(await getStorageRoot(chain.public, { lossProofs, token, number: recorded })).toBe(storageRoot)
    expect(await getRegisteredToken(chain.public, { lossProofs, token })).toEqual({
      layout: { kind: 'erc20', ...layout, mask: 2n ** 256n - 1n, shift: 0 },
      unit: 1_000_000n,
      codeHash,
      shown: true,
      retired: false,
    })
    expect(await getLossProofsAuthority(chain.public, { lossProofs })).not.toBe(zeroAddress)
  })

  test('behavior: an account that never held is proven to hold nothing', async () => {
    const key = attacker.address
    const { storageProof, held } = await buildHoldingProof(chain.public, { token, blockNumber: recorded, layout, key })
    expect(held).toBe(0n)
    await mined(proveHolding(chain.wallet, { ...by(stranger), token, number: recorded, holder: key, storageProof }))
    expect(await holdingOf(termsId, key)).toMatchObject({ known: true, held: 0n })
  })

  test('behavior: a token is proven once at a later block, and its holders there', async () => {
    const number = recorded + grid
    const { accountProof } = await buildTokenProof(chain.public, { token, blockNumber: number })
    expect(await mined(proveToken(chain.wallet, { ...by(stranger), token, number, accountProof }))).toBeLessThan(
      170_000,
    )
    const storageProof = await holdingProof(number, alice)
    await mined(proveHolding(chain.wallet, { ...by(stranger), token, number, holder: alice, storageProof }))
  })

  test('behavior: a feed values the token at the time of the loss', async () => {
    const byFeed = await define({ ...fixedTerms(token), value: 0n, feed: getAddress(feed.address), heartbeat: 86_400n })
    expect((await holdingOf(byFeed, alice)).known).toBe(false)
    const round = (1n << 64n) + 1n
    await mined(proveValue(chain.wallet, { ...by(stranger), termsId: byFeed, lossTime, round }))
    expect(await holdingOf(byFeed, alice)).toMatchObject({ known: true, value: (wad * 3n) / 2n })
  })

  test('behavior: NFTs are counted by their owners, and known a day later', async () => {
    await show(nft, nftLayout, [1n, 2n, 4n])
    const nftTerms = await define(fixedTerms(nft))
    for (const key of [1n, 2n, 3n]) {
      const where = { token: nft, blockNumber: recorded, layout: nftLayout, key }
      const { storageProof, held } = await buildHoldingProof(chain.public, where)
      expect(held).toBe(BigInt(alice))
      await mined(proveNft(chain.wallet, { ...by(stranger), token: nft, number: recorded, nftId: key, storageProof }))
    }
    expect(await isNftCounted(chain.public, { lossProofs, token: nft, number: recorded, nftId: 3n })).toBe(true)
    expect(await holdingOf(nftTerms, alice)).toMatchObject({ known: false, held: 3n * wad })
    await increaseTo(chain, (await chainTime(chain)) + 86_400)
    expect(await holdingOf(nftTerms, alice)).toMatchObject({ known: true, held: 3n * wad })
  })

  test('behavior: a retired token is sold no more, and proven as before', async () => {
    await mined(retireToken(chain.wallet, { ...by(deployer), token }))
    expect(await canSellProven(chain.public, { lossProofs, termsId })).toBe(false)
    const holder = numberToHex(0x1005, { size: 20 })
    const storageProof = await holdingProof(recorded, holder)
    await mined(proveHolding(chain.wallet, { ...by(stranger), token, number: recorded, holder, storageProof }))
    expect(await holdingOf(termsId, holder)).toMatchObject({ known: true, held: 5n })
  })

  test('error: HeaderMismatchError, BlockOffGridError', async () => {
    const header = await headerOf(recorded + 2n * grid)
    const forged = `${header.slice(0, -2)}${header.endsWith('00') ? '01' : '00'}` as Hex
    const record = (header: Hex) => simulateRecordBlock(chain.public, { ...by(stranger), header })
    await expect(record(forged)).rejects.toThrow(HeaderMismatchError)
    await expect(record(await headerOf(recorded + 1n))).rejects.toThrow(BlockOffGridError)
  })

  test('error: NodeMismatchError for a proof at another block', async () => {
    const storageProof = await holdingProof(recorded + grid, alice)
    const parameters = { token, number: recorded, storageProof }
    const simulated = simulateProveHolding(chain.public, { ...by(attacker), ...parameters, holder: deployer.address })
    await expect(simulated).rejects.toThrow(NodeMismatchError)
  })
})

describe('consent', () => {
  const coverId = (1n << 40n) + 1n
  const deadline = 2n ** 32n

  test('default', async () => {
    await run(covers, 'set', [coverId, coverOwner.address, insured.address])
    const consent = { lossProofs, coverId, owner: coverOwner.address, deadline }
    const signature = await signConsent(chain.wallet, { ...consent, account: insured })
    expect(hashTypedData(getConsentTypedData({ ...consent, chainId: chain.chainId }))).toBe(
      await getConsentHash(chain.public, consent),
    )
    expect(await getLossProofsDomain(chain.public, { lossProofs })).toMatchObject({ name: 'Bulwark LossProofs' })
    await mined(giveConsent(chain.wallet, { ...by(stranger), coverId, deadline, signature }))
    expect(await getConsent(chain.public, { lossProofs, coverId })).toBe(coverOwner.address)

    await mined(revokeConsent(chain.wallet, { ...by(insured), coverId }))
    expect(await getConsent(chain.public, { lossProofs, coverId })).toBe(zeroAddress)
    const again = simulateGiveConsent(chain.public, { ...by(stranger), coverId, deadline, signature })
    await expect(again).rejects.toThrow(ConsentWasRevokedError)
  })

  test('error: ConsentNotSignedError', async () => {
    const other = coverId + 1n
    await run(covers, 'set', [other, attacker.address, insured.address])
    const consent = { lossProofs, coverId: other, owner: attacker.address, deadline }
    const signature = await signConsent(chain.wallet, { ...consent, account: attacker })
    const given = simulateGiveConsent(chain.public, { ...by(attacker), coverId: other, deadline, signature })
    await expect(given).rejects.toThrow(ConsentNotSignedError)
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
    const at = { token, blockNumber: recorded, layout: masked, key: alice }
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
    const at = { token, blockNumber: recorded }
    const without = through((method, answer) => (method === 'eth_getProof' ? null : answer))
    await expect(buildTokenProof(without, at)).rejects.toThrow(ProofNotServedError)
    const refusing = through((method) => {
      throw new Error(`${method} is not available`)
    })
    await expect(buildHoldingProof(refusing, { ...at, layout, key: alice })).rejects.toThrow(ProofNotServedError)
  })
})
