import { send } from '@bulwark/testkit'
import { getAddress, type Hex, zeroAddress } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  approveShares,
  BelowMinimumError,
  CooldownNotOverError,
  cancelRedeemRequest,
  collectFees,
  convertToAssets,
  convertToShares,
  DepositTooSmallError,
  deposit,
  ExceedsClaimableError,
  ExitNotPayableError,
  ExitsFrozenError,
  getAsset,
  getCapital,
  getClaimableRedeemRequest,
  getMaxDeposit,
  getMaxMint,
  getMaxRedeem,
  getMaxWithdraw,
  getPendingRedeemRequest,
  getPermitDomainSeparator,
  getPermitNonce,
  getRiskId,
  getShare,
  getShareAllowance,
  getShareBalance,
  getShareMetadata,
  getShareSupply,
  getTotalAssets,
  InsufficientAllowanceError,
  InsufficientBalanceError,
  InvalidPermitError,
  isOperator,
  mintShares,
  NotAuthorisedError,
  NothingToCollectError,
  NothingToReleaseError,
  NothingToWriteDownError,
  PermitExpiredError,
  PoolClosedError,
  permitShares,
  previewDeposit,
  previewMint,
  processOwnRedeem,
  processRedeem,
  recapitalise,
  redeem,
  release,
  requestRedeem,
  setOperator,
  signPermit,
  simulateCancelRedeemRequest,
  simulateCollectPayout,
  simulateDeposit,
  simulateMintShares,
  simulateProcessOwnRedeem,
  simulateProcessRedeem,
  simulateRecapitalise,
  simulateRedeem,
  simulateRelease,
  simulateRequestRedeem,
  simulateTransferShares,
  simulateTransferSharesFrom,
  simulateWriteDown,
  step,
  supportsInterface,
  TransferToPoolError,
  transferShares,
  transferSharesFrom,
  UnknownRequestError,
  withdraw,
  writeDown,
  ZeroAddressError,
  ZeroAmountError,
} from '../src/index.ts'
import { day, gas, startWorld, type World, wad } from './helpers/startWorld.ts'

const million = 1_000_000_000_000n
let world: World
let pool: Hex
let listing: bigint

beforeAll(async () => {
  world = await startWorld()
})
beforeEach(async () => {
  const opened = await world.openPool()
  pool = opened.pool
  listing = opened.listing
})
afterAll(() => world.stop())

const alice = () => world.actors.underwriters[0]
const bob = () => world.actors.underwriters[1]

describe('deposit', () => {
  test('default', async () => {
    const { client } = world
    await world.fund(bob(), pool, million)
    const receiver = bob().address
    const { result } = await simulateDeposit(client, { pool, assets: million, receiver, account: bob() })
    expect(result).toBe(await previewDeposit(client, { pool, assets: million }))
    await world.mined(deposit(world.walletOf(bob()), { pool, assets: million, receiver, gas }))
    expect(await getShareBalance(client, { pool, owner: receiver })).toBe(result)
    expect(await getShareSupply(client, { pool })).toBe(2n * result)
    expect(await getTotalAssets(client, { pool })).toBe(2n * million)
    expect(await convertToAssets(client, { pool, shares: result })).toBe(million)
    expect(await convertToShares(client, { pool, assets: million })).toBe(result)
    expect(await getAsset(client, { pool })).toBe(getAddress(world.usd.address))
    expect(await getShare(client, { pool })).toBe(getAddress(pool))
    expect(await getShareMetadata(client, { pool })).toEqual({ name: 'Test pool', symbol: 'TP', decimals: 18 })
    expect(await supportsInterface(client, { address: pool, interfaceId: '0x620ee8e4' })).toBe(true)
  })

  test('behavior: mints a number of shares', async () => {
    const { client } = world
    const shares = 10n ** 18n
    await world.fund(bob(), pool, million)
    const parameters = { pool, shares, receiver: bob().address }
    const { result } = await simulateMintShares(client, { ...parameters, account: bob() })
    expect(result).toBe(await previewMint(client, { pool, shares }))
    await world.mined(mintShares(world.walletOf(bob()), { ...parameters, gas }))
    expect(await getShareBalance(client, { pool, owner: bob().address })).toBe(shares)
  })

  test('behavior: says how much is possible', async () => {
    const receiver = bob().address
    expect(await getMaxDeposit(world.client, { pool, receiver })).toBe(2n ** 96n - 1n - million)
    expect(await getMaxMint(world.client, { pool, receiver })).toBeGreaterThan(0n)
  })

  test('error: ZeroAmountError', () =>
    expect(
      simulateDeposit(world.client, { pool, assets: 0n, receiver: alice().address, account: alice() }),
    ).rejects.toThrow(ZeroAmountError))

  test('error: DepositTooSmallError', () =>
    expect(
      simulateMintShares(world.client, { pool, shares: 1n, receiver: alice().address, account: alice() }),
    ).rejects.toMatchObject({ args: { shares: 1n, minimum: 1_000_000n }, constructor: DepositTooSmallError }))

  test('error: ZeroAddressError', () =>
    expect(
      simulateDeposit(world.client, { pool, assets: 1n, receiver: zeroAddress, account: alice() }),
    ).rejects.toThrow(ZeroAddressError))

  test('error: PoolClosedError; then recapitalised', async () => {
    const { client } = world
    await world.insure(pool, world.actors.holders[0], { listing, amount: million / 2n, duration: 30n * day })
    await world.chain.test.impersonateAccount({ address: pool })
    await world.chain.test.setBalance({ address: pool, value: wad })
    const args = [world.actors.attacker.address, (million * 3n) / 5n]
    await send(world.chain, { ...world.usd, functionName: 'transfer', args, account: pool })
    const before = await getCapital(client, { pool })
    await world.mined(writeDown(world.walletOf(world.actors.keeper), { pool, gas }))
    const after = await getCapital(client, { pool })
    expect(before.cash - after.cash).toBe((million * 3n) / 5n)

    await world.fund(bob(), pool, million)
    const parameters = { pool, assets: million, receiver: bob().address }
    const deposited = simulateDeposit(client, { ...parameters, account: bob() })
    await expect(deposited).rejects.toThrow(PoolClosedError)
    await expect(deposited).rejects.toThrow('call `recapitalise`')
    expect(await getMaxDeposit(client, { pool, receiver: bob().address })).toBe(0n)
    const { result } = await simulateRecapitalise(client, { ...parameters, account: bob() })
    await world.mined(recapitalise(world.walletOf(bob()), { ...parameters, gas }))
    expect(await getShareBalance(client, { pool, owner: bob().address })).toBeGreaterThanOrEqual((result * 99n) / 100n)
  })

  test('error: NothingToWriteDownError', () =>
    expect(simulateWriteDown(world.client, { pool })).rejects.toMatchObject({
      name: 'NothingToWriteDownError',
      args: { balance: million, cash: million },
      constructor: NothingToWriteDownError,
    }))
})

describe('exits', () => {
  test('default', async () => {
    const { client, walletOf, mined } = world
    const owner = alice().address
    const shares = await getShareBalance(client, { pool, owner })
    const { result: requestId } = await simulateRequestRedeem(client, { pool, shares, owner, account: owner })
    await mined(requestRedeem(walletOf(alice()), { pool, shares, owner, gas }))
    expect(requestId).toBe(1n)
    expect(await getPendingRedeemRequest(client, { pool, requestId, controller: owner })).toBe(shares)
    expect((await getCapital(client, { pool })).backing).toBe(0n)

    const early = simulateProcessRedeem(client, { pool, max: 10n })
    await expect(early).rejects.toThrow(CooldownNotOverError)
    await expect(early).rejects.toThrow(/from 2023-\d\d-\d\d .* UTC on/)
    await world.wait(14n * day)
    await mined(processRedeem(walletOf(world.actors.keeper), { pool, max: 10n, gas }))
    expect(await getPendingRedeemRequest(client, { pool, requestId, controller: owner })).toBe(0n)
    expect(await getClaimableRedeemRequest(client, { pool, controller: owner })).toBe(shares)
    expect(await getMaxRedeem(client, { pool, controller: owner })).toBe(shares)
    expect(await getMaxWithdraw(client, { pool, controller: owner })).toBe(million)

    const tooMuch = simulateRedeem(client, { pool, shares: shares + 1n, controller: owner, account: owner })
    await expect(tooMuch).rejects.toThrow(ExceedsClaimableError)
    await expect(tooMuch).rejects.toMatchObject({ args: { requested: shares + 1n, claimable: shares } })
    await mined(withdraw(walletOf(alice()), { pool, assets: million / 4n, controller: owner, gas }))
    await mined(
      redeem(walletOf(alice()), { pool, shares: (shares * 3n) / 4n, controller: owner, receiver: bob().address, gas }),
    )
    expect(await world.dollars(bob().address)).toBeGreaterThanOrEqual((million * 3n) / 4n)
    expect(await getMaxRedeem(client, { pool, controller: owner })).toBe(0n)
  })

  test('behavior: a request is cancelled by an operator', async () => {
    const { client, walletOf, mined } = world
    const owner = alice().address
    await mined(requestRedeem(walletOf(alice()), { pool, shares: wad, owner, gas }))
    const operator = bob().address
    await mined(setOperator(walletOf(alice()), { pool, operator, approved: true, gas }))
    expect(await isOperator(client, { pool, controller: owner, operator })).toBe(true)
    const before = await getShareBalance(client, { pool, owner })
    await mined(cancelRedeemRequest(walletOf(bob()), { pool, requestId: 1n, receiver: owner, minShares: wad, gas }))
    expect((await getShareBalance(client, { pool, owner })) - before).toBe(wad)
  })

  test('behavior: a controller may be somebody else', async () => {
    const { client, walletOf, mined } = world
    const owner = alice().address
    const controller = bob().address
    await mined(requestRedeem(walletOf(alice()), { pool, shares: wad, owner, controller, gas }))
    expect(await getPendingRedeemRequest(client, { pool, requestId: 1n, controller })).toBe(wad)
    expect(await getPendingRedeemRequest(client, { pool, requestId: 1n, controller: owner })).toBe(0n)
  })

  test('error: NotAuthorisedError', () =>
    expect(
      simulateRequestRedeem(world.client, { pool, shares: wad, owner: alice().address, account: bob() }),
    ).rejects.toThrow(NotAuthorisedError))

  test('error: UnknownRequestError', () =>
    expect(
      simulateCancelRedeemRequest(world.client, {
        pool,
        requestId: 9n,
        receiver: bob().address,
        minShares: 0n,
        account: bob(),
      }),
    ).rejects.toThrow(UnknownRequestError))

  test('error: BelowMinimumError', async () => {
    const { client, walletOf, mined } = world
    const receiver = alice().address
    await mined(requestRedeem(walletOf(alice()), { pool, shares: wad, owner: receiver, gas }))
    const greedy = { pool, requestId: 1n, receiver, minShares: wad + 1n, account: alice() }
    await expect(simulateCancelRedeemRequest(client, greedy)).rejects.toThrow(BelowMinimumError)
  })

  test('error: ExitsFrozenError, ExitNotPayableError', async () => {
    const { client, walletOf, mined, actors } = world
    const owner = alice().address
    const shares = await getShareBalance(client, { pool, owner })
    await world.insure(pool, actors.holders[0], { listing, amount: million / 2n, duration: 60n * day })
    await mined(requestRedeem(walletOf(alice()), { pool, shares, owner, gas }))
    await world.wait(14n * day)
    await mined(processRedeem(walletOf(actors.keeper), { pool, max: 1n, gas }))
    await expect(simulateProcessRedeem(client, { pool, max: 1n })).rejects.toThrow(ExitNotPayableError)
    await world.openIncident(pool, listing)
    await mined(step(walletOf(actors.keeper), { pool, max: 8n, gas }))
    const frozen = simulateProcessRedeem(client, { pool, max: 1n })
    await expect(frozen).rejects.toThrow(ExitsFrozenError)
    await expect(frozen).rejects.toThrow('processOwnRedeem')
    await expect(
      simulateProcessOwnRedeem(client, { pool, requestId: 1n, minAssets: 0n, account: bob() }),
    ).rejects.toThrow(NotAuthorisedError)
  })

  test('behavior: while an incident is open a requester processes the own exit', async () => {
    const { client, walletOf, mined, actors } = world
    const owner = alice().address
    const shares = (await getShareBalance(client, { pool, owner })) / 10n
    await world.insure(pool, actors.holders[0], { listing, amount: million / 10n, duration: 60n * day })
    await mined(requestRedeem(walletOf(alice()), { pool, shares, owner, gas }))
    await world.wait(14n * day)
    await world.openIncident(pool, listing)
    const account = alice()
    const { result } = await simulateProcessOwnRedeem(client, { pool, requestId: 1n, minAssets: 0n, account })
    await mined(processOwnRedeem(walletOf(account), { pool, requestId: 1n, minAssets: result, gas }))
    // A second later a little more premium has been earned.
    const claimable = await getMaxWithdraw(client, { pool, controller: owner })
    expect(claimable - result).toBeGreaterThanOrEqual(0n)
    expect(claimable - result).toBeLessThan(100n)
    expect(result).toBeGreaterThan(million / 12n)
  })
})

describe('shares', () => {
  test('default', async () => {
    const { client, walletOf, mined } = world
    const [owner, spender] = [alice().address, bob().address]
    await mined(transferShares(walletOf(alice()), { pool, to: spender, amount: wad, gas }))
    await mined(approveShares(walletOf(alice()), { pool, spender, amount: 2n * wad, gas }))
    await mined(transferSharesFrom(walletOf(bob()), { pool, from: owner, to: spender, amount: wad, gas }))
    expect(await getShareBalance(client, { pool, owner: spender })).toBe(2n * wad)
    expect(await getShareAllowance(client, { pool, owner, spender })).toBe(wad)
  })

  test('behavior: a permit approves without a transaction of the owner', async () => {
    const { client, walletOf, mined } = world
    const approval = { pool, owner: alice().address, spender: bob().address, amount: wad, deadline: 2n ** 32n }
    const signature = await signPermit(walletOf(alice()), approval)
    await mined(permitShares(walletOf(bob()), { ...approval, signature, gas }))
    expect(await getShareAllowance(client, approval)).toBe(wad)
    expect(await getPermitNonce(client, approval)).toBe(1n)
    expect(await getPermitDomainSeparator(client, { pool })).toMatch(/^0x[0-9a-f]{64}$/)

    await expect(permitShares(walletOf(bob()), { ...approval, signature })).rejects.toThrow(InvalidPermitError)
    const late = { ...approval, deadline: 1n, signature }
    await expect(permitShares(walletOf(bob()), late)).rejects.toThrow(PermitExpiredError)
  })

  test('error: InsufficientBalanceError', () =>
    expect(
      simulateTransferShares(world.client, { pool, to: alice().address, amount: wad, account: world.actors.attacker }),
    ).rejects.toThrow(InsufficientBalanceError))

  test('error: InsufficientAllowanceError', () =>
    expect(
      simulateTransferSharesFrom(world.client, {
        ...{ pool, from: alice().address, to: bob().address, amount: wad, account: bob() },
      }),
    ).rejects.toThrow(InsufficientAllowanceError))

  test('error: TransferToPoolError', () =>
    expect(simulateTransferShares(world.client, { pool, to: pool, amount: wad, account: alice() })).rejects.toThrow(
      TransferToPoolError,
    ))
})

describe('upkeep', () => {
  test('default', async () => {
    const { client, walletOf, mined, actors } = world
    await world.insure(pool, actors.holders[0], { listing, amount: million / 10n, duration: day })
    const keeper = walletOf(actors.keeper)
    const treasury = await world.dollars(actors.treasury.address)
    await mined(collectFees(keeper, { pool, gas }))
    expect(await world.dollars(actors.treasury.address)).toBeGreaterThan(treasury)

    const risk = getRiskId({ listing })
    await expect(simulateRelease(client, { pool, risk: `0x${'9'.repeat(64)}` })).rejects.toThrow(NothingToReleaseError)
    await world.wait(10n * day)
    const { result } = await simulateRelease(client, { pool, risk })
    expect(result).toBe(million / 10n)
    await mined(release(keeper, { pool, risk, gas }))
    expect((await getCapital(client, { pool })).scr).toBe(0n)
  })

  test('error: NothingToCollectError', () =>
    expect(simulateCollectPayout(world.client, { pool, recipient: alice().address })).rejects.toMatchObject({
      args: { account: alice().address },
      constructor: NothingToCollectError,
    }))
})
