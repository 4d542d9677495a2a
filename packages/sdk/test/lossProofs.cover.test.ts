import { deployPriceFeed, proxyRoundId, send, submitRound } from '@bulwark/testkit'
import { type Address, getAddress, type Hex, keccak256, zeroAddress, zeroHash } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AccessManagedUnauthorizedError,
  AccountMissingError,
  BlockAfterLossError,
  BlockNotRecordedError,
  BlockOffGridError,
  buildBlockHeader,
  buildHoldingProof,
  buildTokenProof,
  bulwarkPublicActions,
  ConsentExpiredError,
  ConsentNotSignedError,
  ConsentWasRevokedError,
  canSellProof,
  findLossBlock,
  getAuthority,
  getBlockForLoss,
  getConsent,
  getConsentDomain,
  getConsentHash,
  getConsentTypedData,
  getGridBlock,
  getHolding,
  getIncident,
  getIncidentsContracts,
  getLossProofsBounds,
  getProofAuthority,
  getProofTerms,
  getProofTermsId,
  getProofToken,
  getSaleTerms,
  getStorageRoot,
  getTerms,
  giveConsent,
  HeaderMismatchError,
  hashConsent,
  InvalidProofTermsError,
  InvalidTermsError,
  isNftCounted,
  isProofSupported,
  LaterBlockCountsError,
  LaterRoundCountsError,
  LossNotPastError,
  NodeMismatchError,
  NoProtectedAccountError,
  NothingToSettleError,
  OnlyProtectedAccountError,
  ProofNotSoldError,
  pinBlock,
  prepareRetireToken,
  proveHolding,
  proveNft,
  proveToken,
  proveValue,
  quote,
  RoundTooOldError,
  revokeConsent,
  SamplesNotAscendingError,
  StorageRootNotProvenError,
  settle,
  signConsent,
  simulateCreateListing,
  simulateDefineProofTerms,
  simulateGiveConsent,
  simulatePinBlock,
  simulateProveHolding,
  simulateProveNft,
  simulateProveToken,
  simulateProveValue,
  simulateRecordBlock,
  simulateRegisterToken,
  simulateRetireToken,
  simulateRevokeConsent,
  simulateSetBacking,
  simulateSettle,
  simulateShowToken,
  TokenAlreadyShownError,
  TokenNotRegisteredError,
  TokenNotUsableError,
  UnknownProofTermsError,
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
  whole,
} from './helpers/startProvenWorld.ts'
import { day, gas, noLimit, wad } from './helpers/startWorld.ts'

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

describe('a cover that is paid by proof', () => {
  const deadline = 4_000_000_000n
  let pool: Address
  let listing: bigint
  let gridBlock: bigint
  let incident: bigint
  let lossTime: bigint
  let ids: readonly bigint[]
  /** Protected accounts: the first is silent, the second lets the holder be paid, the third held nothing. */
  const protectedAccounts = () => world.actors.holders.slice(1, 4)

  beforeAll(async () => {
    const [silent, consenting] = world.actors.holders.slice(1, 3)
    if (!silent || !consenting) throw new Error('There are ten')
    await world.mint(silent.address, 400n * whole)
    await world.mint(consenting.address, 400n * whole)
    gridBlock = await world.recordNext()
    const opened = await world.openPool(world.provenTerms(world.proofTerms))
    pool = opened.pool
    listing = opened.listing
    const [holder] = world.actors.holders
    const bought: bigint[] = []
    for (const { address } of protectedAccounts()) {
      bought.push(await world.insure(pool, holder, { listing, amount, duration, protectedAccount: address }))
    }
    ids = bought
    await world.wait(day)
    incident = await world.lose(pool, listing)
    lossTime = (await getIncident(world.client, { incidents, incident })).lossTime
  })

  const idOf = (index: number) => ids[index] as bigint
  const settled = (index: number) => ({ incidents, incident, ids: [idOf(index)] })

  test('default', async () => {
    const { client, keeper } = world
    const [account] = protectedAccounts()
    const holder = account?.address as Address
    // A cover whose proof is missing is skipped.
    await expect(simulateSettle(client, settled(0))).rejects.toThrow(NothingToSettleError)
    expect(await findLossBlock(client, { lossTime, grid })).toBe(gridBlock)
    expect(await getBlockForLoss(client, { lossProofs, lossTime })).toBe(0n)
    await world.mined(pinBlock(keeper, { lossProofs, lossTime, gridBlock, gas }))
    expect(await getBlockForLoss(client, { lossProofs, lossTime })).toBe(gridBlock)

    const at = { token, blockNumber: gridBlock }
    const { accountProof, storageRoot } = await buildTokenProof(client, at)
    await world.mined(proveToken(keeper, { lossProofs, token, gridBlock, accountProof, gas }))
    expect(await getStorageRoot(client, { lossProofs, token, gridBlock })).toBe(storageRoot)

    const { layout } = await getProofToken(client, { lossProofs, token })
    const { storageProof } = await buildHoldingProof(client, { ...at, layout, key: holder })
    await world.mined(proveHolding(keeper, { lossProofs, token, gridBlock, holder, storageProof, gas }))
    const asked = { lossProofs, proofTerms: world.proofTerms, holder, lossTime }
    const holding = { known: true, held: 400n * whole, used: 0n, value: 2n * wad, unit: whole }
    expect(await getHolding(client, asked)).toEqual(holding)

    // 800 dollars of tokens are gone, of which the holder bears a tenth of the sum insured.
    const before = await world.dollars(holder)
    const { result } = await simulateSettle(client, settled(0))
    expect(result).toBe(700_000_000n)
    await world.mined(settle(keeper, { ...settled(0), gas }))
    expect((await world.dollars(holder)) - before).toBe(result)
    expect(await getHolding(client, asked)).toEqual({ ...holding, used: 350n * whole })
  })

  test('behavior: the account lets the owner of the cover be paid', async () => {
    const { client, actors } = world
    const [holder] = actors.holders
    const account = actors.holders[2]
    await world.prove(incident, account)
    const consent = { lossProofs, id: idOf(1), owner: holder.address, deadline }
    const signature = await signConsent(world.walletOf(account), consent)
    expect(await getConsent(client, { lossProofs, id: idOf(1) })).toBe(zeroAddress)
    await world.mined(giveConsent(world.walletOf(actors.attacker), { ...consent, signature, gas }))
    expect(await getConsent(client, { lossProofs, id: idOf(1) })).toBe(holder.address)
    const before = await world.dollars(holder.address)
    await world.mined(settle(world.keeper, { ...settled(1), gas }))
    expect((await world.dollars(holder.address)) - before).toBe(700_000_000n)
  })

  test('behavior: an account that is proven to have held nothing is not paid', async () => {
    const account = world.actors.holders[3]
    await world.prove(incident, account)
    const holding = await getHolding(world.client, {
      ...{ lossProofs, proofTerms: world.proofTerms, holder: account.address, lossTime },
    })
    expect(holding).toMatchObject({ known: true, held: 0n })
    await expect(simulateSettle(world.client, settled(2))).rejects.toThrow(NothingToSettleError)
  })

  test('behavior: consent is bound to contract, cover, owner and time', async () => {
    const { client, actors } = world
    const consent = { id: idOf(0), owner: actors.holders[0].address, deadline }
    const chainId = client.chain?.id ?? 0
    const digest = await getConsentHash(client, { lossProofs, ...consent })
    expect(hashConsent({ lossProofs, chainId, ...consent })).toBe(digest)
    const { domain } = getConsentTypedData({ lossProofs, chainId, ...consent })
    expect(await getConsentDomain(client, { lossProofs })).toEqual({
      ...{ ...domain, chainId: BigInt(chainId), verifyingContract: getAddress(lossProofs) },
    })
  })

  test('error: ConsentNotSignedError, ConsentExpiredError, NoProtectedAccountError', async () => {
    const { client, actors } = world
    const consent = { lossProofs, id: idOf(0), owner: actors.holders[0].address, deadline }
    const forged = await signConsent(world.walletOf(actors.attacker), consent)
    const { attacker } = actors
    await expect(simulateGiveConsent(client, { ...consent, signature: forged, account: attacker })).rejects.toThrow(
      ConsentNotSignedError,
    )
    await expect(simulateGiveConsent(client, { ...consent, deadline: 1n, signature: forged })).rejects.toThrow(
      ConsentExpiredError,
    )
    const plain = await world.openPool()
    const id = await world.insure(plain.pool, actors.holders[0], { listing: plain.listing, amount, duration })
    await expect(simulateGiveConsent(client, { lossProofs, id })).rejects.toThrow(NoProtectedAccountError)
  })

  test('error: OnlyProtectedAccountError, ConsentWasRevokedError', async () => {
    const { client, actors } = world
    const account = actors.holders[3]
    const id = idOf(2)
    const consent = { lossProofs, id, owner: actors.holders[0].address, deadline }
    const signature = await signConsent(world.walletOf(account), consent)
    const stranger = simulateRevokeConsent(client, { lossProofs, id, account: actors.attacker })
    await expect(stranger).rejects.toThrow(OnlyProtectedAccountError)
    await world.mined(revokeConsent(world.walletOf(account), { lossProofs, id, gas }))
    const brought = simulateGiveConsent(client, { ...consent, signature, account: actors.attacker })
    await expect(brought).rejects.toThrow(ConsentWasRevokedError)
    // Its own call counts, and needs neither a deadline nor a signature.
    await world.mined(giveConsent(world.walletOf(account), { lossProofs, id, gas }))
    expect(await getConsent(client, { lossProofs, id })).toBe(consent.owner)
  })

  test('error: BlockAfterLossError, LaterBlockCountsError, LossNotPastError, BlockNotRecordedError', async () => {
    const { client } = world
    const { timestamp } = await getGridBlock(client, { lossProofs, gridBlock })
    const pin = (lossTime: bigint, gridBlock: bigint) => simulatePinBlock(client, { lossProofs, lossTime, gridBlock })
    await expect(pin(timestamp - 1n, gridBlock)).rejects.toThrow(BlockAfterLossError)
    await expect(pin(2n ** 40n, gridBlock)).rejects.toThrow(LossNotPastError)
    await expect(pin(lossTime, gridBlock + grid)).rejects.toThrow(BlockNotRecordedError)
    const [earlier, next] = [await world.recordNext(), await world.recordNext()]
    expect(next).toBe(earlier + grid)
    const later = (await getGridBlock(client, { lossProofs, gridBlock: next })).timestamp
    await expect(pin(later, earlier)).rejects.toThrow(LaterBlockCountsError)
    expect(await findLossBlock(client, { lossTime: later, grid })).toBe(next)
    expect(await findLossBlock(client, { lossTime: later - 1n, grid })).toBe(earlier)
    expect(await findLossBlock(client, { lossTime: 1_600_000_000n, grid })).toBe(0n)
  })
})

describe('sales', () => {
  test('error: AccountMissingError', async () => {
    const { client } = world
    const { pool, listing } = await world.openPool(world.provenTerms(world.proofTerms))
    const { listings } = world.addresses
    expect((await getTerms(client, { listings, listing })).proofTerms).toBe(world.proofTerms)
    expect(await getSaleTerms(client, { listings, listing, asset: world.usd.address })).toMatchObject({ proven: true })
    await expect(quote(client, { pool, listing, amount, duration })).rejects.toMatchObject({
      constructor: AccountMissingError,
      args: { listing },
    })
  })

  test('error: UnknownProofTermsError, when a pool would back what nobody defined', async () => {
    const { client, actors } = world
    const listing = await world.newListing(world.provenTerms(keccak256('0x01')))
    const pool = await world.newPool()
    const backing = { pool, listing, class: 0, group: 1n, limit: noLimit, account: actors.curator }
    await expect(simulateSetBacking(client, backing)).rejects.toThrow(UnknownProofTermsError)
    await expect(getProofTerms(client, { lossProofs, proofTerms: zeroHash })).rejects.toThrow(UnknownProofTermsError)
  })

  test('behavior: a listing that asks for holdings names terms', async () => {
    const terms = { ...world.terms, ...world.provenTerms(zeroHash) }
    const { listings } = world.addresses
    await expect(simulateCreateListing(world.client, { listings, ...terms, wording: 'Pays.' })).rejects.toThrow(
      InvalidTermsError,
    )
  })
})

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
    expect(await canSellProof(client, { lossProofs, proofTerms })).toBe(true)
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
    expect(await canSellProof(client, { lossProofs, proofTerms })).toBe(false)
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
    expect(await getProofToken(client, { lossProofs, token: nft.address })).toMatchObject({
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
    expect((await getProofToken(client, { lossProofs, token: nft.address })).shown).toBe(true)

    const proofTerms = await world.define(terms)
    const lossTime = (await world.now()) - 1n
    await world.mined(pinBlock(world.keeper, { lossProofs, lossTime, gridBlock, gas }))
    const nftAt = { lossProofs, token: nft.address, gridBlock, nftId: 2n }
    const at = { token: nft.address, blockNumber: gridBlock, layout: nftLayout, key: 2n }
    const { storageProof } = await buildHoldingProof(client, at)
    expect(await isNftCounted(client, nftAt)).toBe(false)
    await world.mined(proveNft(world.keeper, { ...nftAt, storageProof, gas }))
    expect(await isNftCounted(client, nftAt)).toBe(true)
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
    const { layout } = await getProofToken(world.client, { lossProofs, token })
    expect(layout).toEqual(tokenLayout)
    const nobody = await getProofToken(world.client, { lossProofs, token: world.usd.address })
    expect(nobody).toMatchObject({ unit: 0n, shown: false, codeHash: zeroHash })
  })
})

describe('blocks', () => {
  test('default', async () => {
    const { client } = world
    const gridBlock = await world.recordNext()
    const { stateRoot, timestamp } = await buildBlockHeader(client, { blockNumber: gridBlock })
    expect(await getGridBlock(client, { lossProofs, gridBlock })).toEqual({ stateRoot, timestamp })
    expect(await isProofSupported(client, { lossProofs })).toBe(true)
    expect(await getLossProofsBounds(client, { lossProofs })).toEqual({
      ...{ grid, maxGrid: 2_047n, history: 8_191n, samples: 3n, countTime: day, useWindow: 7n * day },
    })
    expect(await getProofAuthority(client, { lossProofs })).toBe(await getAuthority(client, world.addresses))
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
