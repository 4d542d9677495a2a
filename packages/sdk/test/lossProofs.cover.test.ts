import { type Address, decodeFunctionData, getAddress, type Hex, keccak256, zeroAddress, zeroHash } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AccountMissingError,
  BlockAfterLossError,
  BlockNotRecordedError,
  buildHoldingProof,
  buildLossProof,
  buildTokenProof,
  ConsentExpiredError,
  ConsentNotSignedError,
  ConsentWasRevokedError,
  findLossBlock,
  getConsent,
  getConsentHash,
  getConsentTypedData,
  getHolding,
  getIncident,
  getLossProofsDomain,
  getPinnedBlock,
  getProofTerms,
  getRecordedBlock,
  getRegisteredToken,
  getSaleTerms,
  getStorageRoot,
  getTerms,
  giveConsent,
  hashConsent,
  InvalidTermsError,
  LaterBlockCountsError,
  LossBeforeGridError,
  LossNotPastError,
  lossProofsAbi,
  NoProtectedAccountError,
  NothingToSettleError,
  OnlyProtectedAccountError,
  pinBlock,
  proveHolding,
  proveToken,
  quote,
  revokeConsent,
  settle,
  signConsent,
  simulateCreateListing,
  simulateGiveConsent,
  simulatePinBlock,
  simulateRevokeConsent,
  simulateSetBacking,
  simulateSettle,
  UnknownProofTermsError,
} from '../src/index.ts'
import { grid, type ProvenWorld, startProvenWorld, whole } from './helpers/startProvenWorld.ts'
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
    if (!account) throw new Error('There are three')
    const holder = account.address
    // A cover whose proof is missing is skipped.
    await expect(simulateSettle(client, settled(0))).rejects.toThrow(NothingToSettleError)
    expect(await findLossBlock(client, { lossTime, grid })).toBe(gridBlock)
    expect(await getPinnedBlock(client, { lossProofs, lossTime })).toBe(0n)
    await world.mined(pinBlock(keeper, { lossProofs, lossTime, gridBlock, gas }))
    expect(await getPinnedBlock(client, { lossProofs, lossTime })).toBe(gridBlock)

    const at = { token, blockNumber: gridBlock }
    const { accountProof, storageRoot } = await buildTokenProof(client, at)
    await world.mined(proveToken(keeper, { lossProofs, token, gridBlock, accountProof, gas }))
    expect(await getStorageRoot(client, { lossProofs, token, gridBlock })).toBe(storageRoot)

    const { layout } = await getRegisteredToken(client, { lossProofs, token })
    const { storageProof } = await buildHoldingProof(client, { ...at, layout, key: holder })
    await world.mined(proveHolding(keeper, { lossProofs, token, gridBlock, holder, storageProof, gas }))
    const asked = { lossProofs, proofTerms: world.proofTerms, holder, lossTime }
    const holding = { known: true, held: 400n * whole, used: 0n, value: 2n * wad, unit: whole }
    expect(await getHolding(client, asked)).toEqual(holding)

    // 800 dollars of tokens are gone, of which the holder bears a tenth of the sum insured.
    const before = await world.dollars(holder)
    // Without the account's word nobody uses up what it held; the account itself settles.
    await expect(simulateSettle(client, settled(0))).rejects.toThrow(NothingToSettleError)
    const { result } = await simulateSettle(client, { ...settled(0), account })
    expect(result).toBe(700_000_000n)
    await world.mined(settle(world.walletOf(account), { ...settled(0), gas }))
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
    const proof = { lossProofs, proofTerms: world.proofTerms, holder: account.address, lossTime }
    expect(await getHolding(world.client, proof)).toMatchObject({ known: true, held: 0n })
    expect(await buildLossProof(world.client, proof)).toEqual([])
    await expect(simulateSettle(world.client, settled(2))).rejects.toThrow(NothingToSettleError)
  })

  test('behavior: consent is bound to contract, cover, owner and time', async () => {
    const { client, actors } = world
    const consent = { id: idOf(0), owner: actors.holders[0].address, deadline }
    const chainId = client.chain?.id ?? 0
    const digest = await getConsentHash(client, { lossProofs, ...consent })
    expect(hashConsent({ lossProofs, chainId, ...consent })).toBe(digest)
    const { domain } = getConsentTypedData({ lossProofs, chainId, ...consent })
    expect(await getLossProofsDomain(client, { lossProofs })).toEqual({
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
    const { timestamp } = await getRecordedBlock(client, { lossProofs, gridBlock })
    const pin = (lossTime: bigint, gridBlock: bigint) => simulatePinBlock(client, { lossProofs, lossTime, gridBlock })
    await expect(pin(timestamp - 1n, gridBlock)).rejects.toThrow(BlockAfterLossError)
    await expect(pin(2n ** 40n, gridBlock)).rejects.toThrow(LossNotPastError)
    await expect(pin(lossTime, gridBlock + grid)).rejects.toThrow(BlockNotRecordedError)
    const [earlier, next] = [await world.recordNext(), await world.recordNext()]
    expect(next).toBe(earlier + grid)
    const later = (await getRecordedBlock(client, { lossProofs, gridBlock: next })).timestamp
    await expect(pin(later, earlier)).rejects.toThrow(LaterBlockCountsError)
    expect(await findLossBlock(client, { lossTime: later, grid })).toBe(next)
    expect(await findLossBlock(client, { lossTime: later - 1n, grid })).toBe(earlier)
    await expect(findLossBlock(client, { lossTime: 1_600_000_000n, grid })).rejects.toThrow(LossBeforeGridError)
  })
})

describe('buildLossProof', () => {
  const selectors = (calls: readonly { data: Hex }[]) =>
    calls.map(({ data }) => decodeFunctionData({ abi: lossProofsAbi, data }).functionName)

  test('default', async () => {
    const { client, chain, actors, proofTerms } = world
    const holder = actors.holders[7].address
    await world.mint(holder, 5n * whole)
    // Nobody has recorded a block, and the grid has gone on since the loss.
    await chain.test.mine({ blocks: Number(grid) })
    const lossTime = await world.now()
    await chain.test.mine({ blocks: Number(grid) })
    const proof = { lossProofs, proofTerms, lossTime, holder }
    const calls = await buildLossProof(client, proof)
    expect(selectors(calls)).toEqual(['recordBlock', 'recordBlock', 'pinBlock', 'proveToken', 'proveHolding'])
    for (const call of calls) await world.mined(world.keeper.sendTransaction({ ...call, gas }))
    expect(await getHolding(client, proof)).toMatchObject({ known: true, held: 5n * whole })
    expect(await buildLossProof(client, proof)).toEqual([])
    const another = { ...proof, holder: actors.holders[8].address }
    expect(selectors(await buildLossProof(client, another))).toEqual(['proveHolding'])
  })

  test('error: UnknownProofTermsError, LossBeforeGridError', async () => {
    const { client, actors, proofTerms } = world
    const proof = { lossProofs, lossTime: 1_600_000_000n, holder: actors.holders[7].address }
    await expect(buildLossProof(client, { ...proof, proofTerms: zeroHash })).rejects.toThrow(UnknownProofTermsError)
    await expect(buildLossProof(client, { ...proof, proofTerms })).rejects.toThrow(LossBeforeGridError)
  })
})

describe('sales', () => {
  test('error: AccountMissingError', async () => {
    const { client } = world
    const { pool, listing } = await world.openPool(world.provenTerms(world.proofTerms))
    const { listings } = world.addresses
    expect((await getTerms(client, { listings, listing })).proofTerms).toBe(world.proofTerms)
    expect(await getSaleTerms(client, { listings, listing, asset: world.usd.address })).toMatchObject({ named: true })
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
