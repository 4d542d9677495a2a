import { deployPriceFeed, proxyRoundId, send, submitRound } from '@bulwark/testkit'
import { type Address, getAddress, type Hex, zeroHash } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AccessManagedUnauthorizedError,
  BlockOffGridError,
  buildBlockHeader,
  buildHoldingProof,
  buildLossProof,
  buildTokenProof,
  bulwarkPublicActions,
  canSellProven,
  getAuthority,
  getHolding,
  getIncidentsContracts,
  getLossProofsAuthority,
  getLossProofsBounds,
  getProofTerms,
  getProofTermsId,
  getRecordedBlock,
  getRegisteredToken,
  HeaderMismatchError,
  InvalidProofTermsError,
  isNftCounted,
  isProofSupported,
  LaterRoundCountsError,
  NodeMismatchError,
  ProofNotSoldError,
  pinBlock,
  prepareRetireToken,
  proveNft,
  proveValue,
  quote,
  RoundTooOldError,
  SamplesNotAscendingError,
  StorageRootNotProvenError,
  simulateDefineProofTerms,
  simulateProveHolding,
  simulateProveNft,
  simulateProveToken,
  simulateProveValue,
  simulateRecordBlock,
  simulateRegisterToken,
  simulateRetireToken,
  simulateShowToken,
  TokenAlreadyShownError,
  TokenNotRegisteredError,
  TokenNotUsableError,
  ValueIsFixedError,
  WrongKindError,
  WrongSamplesError,
} from '../src/index.ts'
import {
  grid,
  nftLayout,
  type ProvenWorld,
  samples,
  startProvenWorld,
  tokenLayout,
} from './helpers/startProvenWorld.ts'
import { day, gas, wad } from './helpers/startWorld.ts'

const amount = 1_000_000_000n
const duration = 60n * day
let world: ProvenWorld
let lossProofs: Address
let incidents: Address
let token: Address

beforeAll(async () => {
  world = await startProvenWorld()
  lossProofs = world.addresses.lossProofs
  incidents = world.addresses.incidents
  token = world.token.address
})
afterAll(() => world.stop())

describe('values', () => {
  test('default', async () => {
    const { client, chain, keeper } = world
    const feed = await deployPriceFeed(chain, { description: 'DST / USD' })
    const publish = async (answer: bigint, after = 60n) =>
      proxyRoundId(await submitRound(feed, { answer, updatedAt: Number((await world.now()) + after) }))
    const first = await publish(200_000_000n)
    const terms = { token, feed: feed.proxy, heartbeat: 3_600n }
    const { result } = await simulateDefineProofTerms(client, { lossProofs, terms })
    const proofTerms = await world.define(terms)
    expect(result).toBe(proofTerms)
    expect(getProofTermsId({ ...terms, salvage: false })).toBe(proofTerms)
    expect(await getProofTerms(client, { lossProofs, proofTerms })).toEqual({
      ...{ ...terms, token: getAddress(token), feed: getAddress(feed.proxy), salvage: false },
    })
    expect(await canSellProven(client, { lossProofs, proofTerms })).toBe(true)
    const { pool, listing } = await world.openPool(world.provenTerms(proofTerms))
    const protectedAccount = world.actors.holders[5].address
    await quote(client, { pool, listing, amount, duration, protectedAccount })

    const lossTime = await world.now()
    await publish(150_000_000n)
    await world.mined(proveValue(keeper, { lossProofs, proofTerms, lossTime, round: first, gas }))
    const asked = { lossProofs, proofTerms, holder: protectedAccount, lossTime }
    expect(await getHolding(client, asked)).toMatchObject({ known: false, value: 2n * wad })

    const later = await world.now()
    await world.wait(60n)
    const value = { lossProofs, proofTerms, lossTime: later }
    await expect(simulateProveValue(client, { ...value, round: first })).rejects.toThrow(LaterRoundCountsError)
    await world.wait(3_600n)
    const silent = await world.now()
    await world.wait(60n)
    const stale = simulateProveValue(client, { ...value, lossTime: silent, round: first + 1n })
    await expect(stale).rejects.toThrow(RoundTooOldError)
    expect(await canSellProven(client, { lossProofs, proofTerms })).toBe(false)
    await expect(quote(client, { pool, listing, amount, duration, protectedAccount })).rejects.toMatchObject({
      constructor: ProofNotSoldError,
      args: { listing, proofTerms },
    })
  })

  test('error: ValueIsFixedError, InvalidProofTermsError', async () => {
    const { client, proofTerms } = world
    const fixed = simulateProveValue(client, { lossProofs, proofTerms, lossTime: 1n, round: 1n })
    await expect(fixed).rejects.toThrow(ValueIsFixedError)
    const terms = { token, value: 2n ** 128n }
    await expect(simulateDefineProofTerms(client, { lossProofs, terms })).rejects.toThrow(InvalidProofTermsError)
    const silent = { token, feed: token, heartbeat: 3_600n }
    await expect(simulateDefineProofTerms(client, { lossProofs, terms: silent })).rejects.toThrow(
      InvalidProofTermsError,
    )
  })
})

test('behavior: the address of Salvage on a client does not become a term of proof', async () => {
  const client = world.client.extend(bulwarkPublicActions(world.addresses))
  const terms = { token, value: 2n * wad }
  expect((await client.simulateDefineProofTerms({ terms })).result).toBe(world.proofTerms)
  expect(world.proofTerms).not.toBe(world.salvageTerms)
})

describe('tokens', () => {
  test('default', async () => {
    const { client, chain, actors, nft } = world
    const owner = actors.holders[6]
    for (const id of [1n, 2n, 3n]) {
      await send(chain, { ...nft, functionName: 'mint', args: [owner.address, id], account: actors.keeper })
    }
    expect(await getRegisteredToken(client, { lossProofs, token: nft.address })).toMatchObject({
      ...{ kind: 'erc721', layout: nftLayout, unit: wad, shown: false, retired: false },
    })
    const terms = { token: nft.address, value: 100n * wad }
    await expect(simulateDefineProofTerms(client, { lossProofs, terms })).rejects.toThrow(TokenNotUsableError)
    const gridBlock = await world.recordNext()
    const { accountProof } = await buildTokenProof(client, { token: nft.address, blockNumber: gridBlock })
    const shown = { lossProofs, token: nft.address, gridBlock, accountProof }
    await expect(simulateShowToken(client, { ...shown, samples: [] })).rejects.toThrow(WrongSamplesError)
    const twice = await Promise.all([1n, 1n, 2n].map((id) => world.proofOf(nft.address, gridBlock, id)))
    await expect(simulateShowToken(client, { ...shown, samples: twice })).rejects.toThrow(SamplesNotAscendingError)
    await world.show(nft.address, gridBlock, [2n, 3n, 1n])
    expect((await getRegisteredToken(client, { lossProofs, token: nft.address })).shown).toBe(true)

    const proofTerms = await world.define(terms)
    const lossTime = (await world.now()) - 1n
    await world.mined(pinBlock(world.keeper, { lossProofs, lossTime, gridBlock, gas }))
    const nftAt = { lossProofs, token: nft.address, gridBlock, nftId: 2n }
    const at = { token: nft.address, blockNumber: gridBlock, layout: nftLayout, key: 2n }
    const { storageProof } = await buildHoldingProof(client, at)
    expect(await isNftCounted(client, nftAt)).toBe(false)
    await world.mined(proveNft(world.keeper, { ...nftAt, storageProof, gas }))
    expect(await isNftCounted(client, nftAt)).toBe(true)
    const nfts = { lossProofs, proofTerms, lossTime, holder: owner.address, nftIds: [1n, 2n] }
    expect(await buildLossProof(client, nfts)).toHaveLength(1)
    const asked = { lossProofs, proofTerms, holder: owner.address, lossTime }
    expect(await getHolding(client, asked)).toMatchObject({ known: false, held: wad })
    const { countTime } = await getLossProofsBounds(client, { lossProofs })
    await world.wait(countTime)
    expect(await getHolding(client, asked)).toMatchObject({ known: true, held: wad, unit: wad })
    const holding = { lossProofs, token: nft.address, gridBlock, holder: owner.address, storageProof }
    await expect(simulateProveHolding(client, holding)).rejects.toMatchObject({
      constructor: WrongKindError,
      advice: 'Call `proveNft` for each id.',
    })
    const wrong = simulateProveNft(client, { ...nftAt, token, storageProof })
    await expect(wrong).rejects.toMatchObject({ constructor: WrongKindError, advice: 'Call `proveHolding`.' })
  })

  test('behavior: only the registrar registers and retires', async () => {
    const { client, actors, bulwark, usd } = world
    const layout = { order: 'solidity', slot: 0n } as const
    const added = { lossProofs, token: usd.address, kind: 'erc20', layout } as const
    const registrar = bulwark.timelock.address
    await simulateRegisterToken(client, { ...added, account: registrar })
    await simulateRetireToken(client, { lossProofs, token, account: registrar })
    expect(prepareRetireToken({ lossProofs, token })).toMatchObject({ to: lossProofs, value: 0n })
    const { attacker } = actors
    for (const call of [
      simulateRegisterToken(client, { ...added, account: attacker }),
      simulateRetireToken(client, { lossProofs, token, account: attacker }),
    ]) {
      await expect(call).rejects.toThrow(AccessManagedUnauthorizedError)
    }
    const again = simulateRegisterToken(client, { ...added, token, account: registrar })
    await expect(again).rejects.toThrow(TokenAlreadyShownError)
    const terms = { token: usd.address, value: wad }
    await expect(simulateDefineProofTerms(client, { lossProofs, terms })).rejects.toThrow(TokenNotRegisteredError)
  })

  test('error: TokenAlreadyShownError', async () => {
    const shown = { lossProofs, gridBlock: grid, accountProof: [], samples: [] }
    await expect(simulateShowToken(world.client, { ...shown, token })).rejects.toThrow(TokenAlreadyShownError)
    const unregistered = simulateShowToken(world.client, { ...shown, token: world.usd.address })
    await expect(unregistered).rejects.toThrow(TokenNotRegisteredError)
  })

  test('behavior: layouts are read as they were registered', async () => {
    const { layout } = await getRegisteredToken(world.client, { lossProofs, token })
    expect(layout).toEqual(tokenLayout)
    const nobody = await getRegisteredToken(world.client, { lossProofs, token: world.usd.address })
    expect(nobody).toMatchObject({ unit: 0n, shown: false, codeHash: zeroHash })
  })
})

describe('blocks', () => {
  test('default', async () => {
    const { client } = world
    const gridBlock = await world.recordNext()
    const { stateRoot, timestamp } = await buildBlockHeader(client, { blockNumber: gridBlock })
    expect(await getRecordedBlock(client, { lossProofs, gridBlock })).toEqual({ stateRoot, timestamp })
    expect(await isProofSupported(client, { lossProofs })).toBe(true)
    expect(await getLossProofsBounds(client, { lossProofs })).toEqual({
      ...{
        grid,
        maxGrid: 2_047n,
        history: 8_191n,
        samples: 3n,
        countTime: day,
        useWindow: 7n * day,
        revocationDelay: 7n * 86_400n,
      },
    })
    expect(await getLossProofsAuthority(client, { lossProofs })).toBe(await getAuthority(client, world.addresses))
    const { lossProofs: named, salvage } = await getIncidentsContracts(client, { incidents })
    expect([named, salvage]).toEqual([lossProofs, world.addresses.salvage].map((address) => getAddress(address)))
  })

  test('error: BlockOffGridError, HeaderMismatchError', async () => {
    const { client } = world
    const gridBlock = await world.recordNext()
    const off = await buildBlockHeader(client, { blockNumber: gridBlock - 1n })
    await expect(simulateRecordBlock(client, { lossProofs, header: off.header })).rejects.toMatchObject({
      constructor: BlockOffGridError,
      args: { number: gridBlock - 1n, grid },
    })
    await world.chain.test.mine({ blocks: Number(grid) })
    const { header } = await buildBlockHeader(client, { blockNumber: gridBlock + grid })
    const forged = header.replace(/..$/, (end) => (end === '00' ? '01' : '00')) as Hex
    await expect(simulateRecordBlock(client, { lossProofs, header: forged })).rejects.toThrow(HeaderMismatchError)
  })

  test('error: StorageRootNotProvenError, NodeMismatchError', async () => {
    const { client } = world
    const gridBlock = await world.recordNext()
    const [holder] = samples as [Address]
    const unproven = { lossProofs, token, gridBlock, holder, storageProof: [] }
    await expect(simulateProveHolding(client, unproven)).rejects.toThrow(StorageRootNotProvenError)
    const { accountProof } = await buildTokenProof(client, { token, blockNumber: grid })
    const stale = simulateProveToken(client, { lossProofs, token, gridBlock, accountProof })
    await expect(stale).rejects.toThrow(NodeMismatchError)
  })
})
