import { getAddress, type Hex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  approveCover,
  BalanceQueryForZeroAddressError,
  decodeCoverUri,
  drawCover,
  getCover,
  getCoverApproved,
  getCoverBalance,
  getCoverForChange,
  getCoverForSettlement,
  getCoverOwner,
  getCoverPool,
  getCoversBounds,
  getCoversMetadata,
  getCoverTermsHash,
  getCoverUri,
  getPayee,
  getRemainingAmount,
  getStateFingerprint,
  getTermsHash,
  isCoverOperator,
  NotOwnerNorApprovedError,
  OnlyOwnerOfError,
  safeTransferCover,
  setCoverOperator,
  setPayee,
  simulateSafeTransferCover,
  simulateSetPayee,
  simulateTransferCover,
  supportsInterface,
  TokenDoesNotExistError,
  TransferFromIncorrectOwnerError,
  TransferToNonERC721ReceiverImplementerError,
  TransferToZeroAddressError,
  transferCover,
} from '../src/index.ts'
import { day, gas, startWorld, type World } from './helpers/startWorld.ts'

let world: World
let covers: Hex
let pool: Hex
let listing: bigint

beforeAll(async () => {
  world = await startWorld()
  covers = world.addresses.covers
  const opened = await world.openPool()
  pool = opened.pool
  listing = opened.listing
})
afterAll(() => world.stop())

const newCover = () =>
  world.insure(pool, world.actors.holders[0], { listing, amount: 1_000_000_000n, duration: 30n * day })

describe('transferCover', () => {
  test('default', async () => {
    const { client, actors } = world
    const [alice, bob] = actors.holders
    const id = await newCover()
    await world.mined(setPayee(world.walletOf(alice), { covers, id, payee: actors.keeper.address, gas }))
    expect(await getPayee(client, { covers, id })).toBe(actors.keeper.address)
    const settlement = { covers, id, time: await world.now() }
    expect((await getCoverForSettlement(client, settlement)).payTo).toBe(actors.keeper.address)

    await world.mined(transferCover(world.walletOf(alice), { covers, from: alice.address, to: bob.address, id, gas }))
    expect(await getCoverOwner(client, { covers, id })).toBe(bob.address)
    expect(await getPayee(client, { covers, id })).toBe(zeroAddress)
    const { cover, payTo } = await getCoverForSettlement(client, settlement)
    expect(payTo).toBe(bob.address)
    expect(cover).toEqual(await getCover(client, { covers, id }))
    expect(await getCoverBalance(client, { covers, owner: bob.address })).toBe(1n)
  })

  test('behavior: safely, and by those who are approved', async () => {
    const { client, actors } = world
    const [alice, bob, carol] = actors.holders
    const id = await newCover()
    const transfer = { covers, from: alice.address, to: carol.address, id }
    await world.mined(approveCover(world.walletOf(alice), { covers, spender: bob.address, id, gas }))
    expect(await getCoverApproved(client, { covers, id })).toBe(bob.address)
    expect((await getCoverForChange(client, { covers, id, caller: bob.address })).authorised).toBe(true)
    expect((await getCoverForChange(client, { covers, id, caller: carol.address })).authorised).toBe(false)
    await world.mined(safeTransferCover(world.walletOf(bob), { ...transfer, gas }))
    expect(await getCoverOwner(client, { covers, id })).toBe(carol.address)

    await world.mined(setCoverOperator(world.walletOf(carol), { covers, operator: bob.address, approved: true, gas }))
    expect(await isCoverOperator(client, { covers, owner: carol.address, operator: bob.address })).toBe(true)
    const contract = { ...transfer, from: carol.address, to: covers, account: bob }
    await expect(simulateSafeTransferCover(client, contract)).rejects.toThrow(
      TransferToNonERC721ReceiverImplementerError,
    )
  })

  test('error: NotOwnerNorApprovedError', async () => {
    const [alice] = world.actors.holders
    const parameters = { covers, from: alice.address, to: pool, id: await newCover(), account: world.actors.attacker }
    await expect(simulateTransferCover(world.client, parameters)).rejects.toThrow(NotOwnerNorApprovedError)
    const { attacker } = world.actors
    const wrong = { ...parameters, from: attacker.address, account: alice }
    await expect(simulateTransferCover(world.client, wrong)).rejects.toThrow(TransferFromIncorrectOwnerError)
    const burn = { ...parameters, to: zeroAddress, account: alice }
    await expect(simulateTransferCover(world.client, burn)).rejects.toThrow(TransferToZeroAddressError)
  })

  test('error: OnlyOwnerOfError', async () => {
    const id = await newCover()
    const { attacker } = world.actors
    const refusal = simulateSetPayee(world.client, { covers, id, payee: attacker.address, account: attacker })
    await expect(refusal).rejects.toThrow(OnlyOwnerOfError)
    await expect(refusal).rejects.toMatchObject({ args: { id, caller: attacker.address } })
  })
})

describe('views', () => {
  test('default', async () => {
    const { client, addresses } = world
    const id = await newCover()
    expect(await getCoverPool(client, { covers, id })).toBe(getAddress(pool))
    expect(await getCoverTermsHash(client, { covers, id })).toBe(
      await getTermsHash(client, { listings: addresses.listings, listing }),
    )
    const [type, content = ''] = (await getCoverUri(client, { covers, id })).split(',')
    expect(type).toBe('data:application/json;base64')
    expect(JSON.parse(Buffer.from(content, 'base64').toString())).toMatchObject({
      name: `Bulwark cover ${id & (2n ** 40n - 1n)} of pool ${id >> 40n}`,
      image: expect.stringMatching(/^data:image\/svg\+xml;base64,/),
    })
    const { descriptor } = world.bulwark
    const drawn = await drawCover(client, { descriptor: descriptor.address, id })
    expect(drawn).toBe(await getCoverUri(client, { covers, id }))
    const { image, attributes } = decodeCoverUri(drawn)
    expect(image).toMatch(/^data:image\/svg\+xml;base64,/)
    expect(attributes?.map(({ trait_type }) => trait_type)).toContain('State')
    const missing = drawCover(client, { descriptor: descriptor.address, id: id + 99n })
    await expect(missing).rejects.toThrow(TokenDoesNotExistError)
    expect(await getCoversMetadata(client, { covers })).toEqual({ name: 'Bulwark Cover', symbol: 'BWC' })
    expect(await supportsInterface(client, { address: covers, interfaceId: '0x80ac58cd' })).toBe(true)
    expect(await getCoversBounds(client, { covers })).toEqual({ maxIncreases: 16n })
  })

  test('behavior: the fingerprint differs after a change', async () => {
    const { client, actors } = world
    const [alice] = actors.holders
    const id = await newCover()
    const before = await getStateFingerprint(client, { covers, id })
    expect(await getStateFingerprint(client, { covers, id })).toBe(before)
    await world.mined(setPayee(world.walletOf(alice), { covers, id, payee: actors.keeper.address, gas }))
    expect(await getStateFingerprint(client, { covers, id })).not.toBe(before)
  })

  test('error: TokenDoesNotExistError', () =>
    expect(getCover(world.client, { covers, id: 1n })).rejects.toThrow(TokenDoesNotExistError))

  test('error: TokenDoesNotExistError, of what was insured at a time', () =>
    expect(getRemainingAmount(world.client, { covers, id: 1n, time: 0n })).rejects.toThrow(TokenDoesNotExistError))

  test('error: BalanceQueryForZeroAddressError', () =>
    expect(getCoverBalance(world.client, { covers, owner: zeroAddress })).rejects.toThrow(
      BalanceQueryForZeroAddressError,
    ))
})
