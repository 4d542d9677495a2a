import { encodeFunctionData, type Hex, keccak256, stringToHex, zeroHash } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AccessControlUnauthorizedAccountError,
  AccessManagerNotScheduledError,
  approveTokens,
  bulwarkTimelockAbi,
  cancelCall,
  cancelOperation,
  dismissQuoteSigner,
  ERC20InsufficientAllowanceError,
  ERC2612InvalidSignerError,
  executeOperation,
  FeeAboveCapError,
  getOperation,
  getOperationId,
  getProtocolFee,
  getRateBounds,
  getTokenAllowance,
  getTokenBalance,
  hasTimelockRole,
  isQuoteSigner,
  lowerProtocolFee,
  permitTokens,
  prepareDismissQuoteSigner,
  prepareLowerProtocolFee,
  prepareRaiseRateFloors,
  prepareSetProtocolFee,
  RateOutOfBoundsError,
  raiseRateFloors,
  scheduleCall,
  scheduleOperation,
  signTokenPermit,
  simulateExecuteOperation,
  simulateLowerProtocolFee,
  simulatePermitTokens,
  simulateRaiseRateFloors,
  simulateScheduleOperation,
  simulateTransferTokensFrom,
  TimelockInsufficientDelayError,
  TimelockUnexpectedOperationStateError,
  transferTokensFrom,
} from '../src/index.ts'
import { day, gas, startWorld, type World, wad } from './helpers/startWorld.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

describe('before the launch', () => {
  test('default', async () => {
    const { client, addresses, actors } = world
    const { timelock, listings } = addresses
    const council = world.walletOf(actors.arbitrator)
    const decision = { timelock, calls: [prepareSetProtocolFee({ listings, fee: 700 })] }
    const quick = simulateScheduleOperation(client, { ...decision, delay: day, account: actors.arbitrator })
    await expect(quick).rejects.toThrow(TimelockInsufficientDelayError)
    await expect(quick).rejects.toThrow('Let it wait 16 days at least.')
    await world.mined(scheduleOperation(council, { ...decision, delay: 16n * day, gas }))
    const operation = await getOperationId(client, decision)
    const due = (await world.now()) + 16n * day
    expect(await getOperation(client, { timelock, operation })).toEqual({ state: 'waiting', timestamp: due })
    const early = simulateExecuteOperation(client, { ...decision, account: actors.attacker })
    await expect(early).rejects.toThrow(TimelockUnexpectedOperationStateError)
    await world.wait(16n * day)
    await world.mined(executeOperation(world.walletOf(actors.attacker), { ...decision, gas }))
    expect(await getProtocolFee(client, { listings })).toBe(700)
    expect((await getOperation(client, { timelock, operation })).state).toBe('done')
  })

  test('behavior: the council cancels', async () => {
    const { client, addresses, actors } = world
    const { timelock, listings } = addresses
    const council = world.walletOf(actors.arbitrator)
    const decision = { timelock, calls: [prepareSetProtocolFee({ listings, fee: 1 })], salt: keccak256('0x01') }
    await world.mined(scheduleOperation(council, { ...decision, delay: 20n * day, gas }))
    const operation = await getOperationId(client, decision)
    await world.mined(cancelOperation(council, { timelock, operation, gas }))
    expect((await getOperation(client, { timelock, operation })).state).toBe('unset')
  })
})

describe('what reduces risk', () => {
  const announce = async (data: Hex) => {
    const { accessManager, listings } = world.addresses
    const guardian = world.walletOf(world.actors.guardian)
    await world.mined(scheduleCall(guardian, { accessManager, target: listings, data, gas }))
  }

  test('default', async () => {
    const { client, addresses, actors } = world
    const { listings } = addresses
    const guardian = world.walletOf(actors.guardian)
    const listing = await world.newListing()
    const floors = { listings, numbers: [listing], floor: wad / 20n }
    const signer = { listings, signer: actors.quoteSigner.address }
    await announce(prepareLowerProtocolFee({ listings, fee: 300 }).data)
    await announce(prepareRaiseRateFloors(floors).data)
    await announce(prepareDismissQuoteSigner(signer).data)
    await world.wait(2n * day)
    await world.mined(lowerProtocolFee(guardian, { listings, fee: 300, gas }))
    await world.mined(raiseRateFloors(guardian, { ...floors, gas }))
    await world.mined(dismissQuoteSigner(guardian, { ...signer, gas }))
    expect(await getProtocolFee(client, { listings })).toBe(300)
    expect((await getRateBounds(client, { listings, listing })).floor).toBe(wad / 20n)
    expect(await isQuoteSigner(client, signer)).toBe(false)
    const { timelock: account } = addresses
    const higher = simulateLowerProtocolFee(client, { listings, fee: 301, account })
    await expect(higher).rejects.toThrow(FeeAboveCapError)
    await expect(simulateRaiseRateFloors(client, { ...floors, account })).rejects.toThrow(RateOutOfBoundsError)
  })

  test('behavior: an announcement is withdrawn', async () => {
    const { client, addresses, actors } = world
    const { accessManager, listings } = addresses
    const guardian = world.walletOf(actors.guardian)
    const call = prepareLowerProtocolFee({ listings, fee: 100 })
    await announce(call.data)
    const announced = { accessManager, caller: actors.guardian.address, target: listings, data: call.data }
    await world.mined(cancelCall(guardian, { ...announced, gas }))
    await world.wait(2n * day)
    const made = simulateLowerProtocolFee(client, { listings, fee: 100, account: actors.guardian })
    await expect(made).rejects.toThrow(AccessManagerNotScheduledError)
  })
})

test('tokens are approved, permitted and taken', async () => {
  const { client, addresses, actors } = world
  const { governanceToken } = addresses
  const { treasury, keeper } = actors
  const approval = { governanceToken, owner: treasury.address, spender: keeper.address }
  await world.mined(approveTokens(world.walletOf(treasury), { ...approval, amount: 5n, gas }))
  expect(await getTokenAllowance(client, approval)).toBe(5n)
  const taken = { governanceToken, from: treasury.address, to: keeper.address }
  await world.mined(transferTokensFrom(world.walletOf(keeper), { ...taken, amount: 2n, gas }))
  expect(await getTokenBalance(client, { governanceToken, account: keeper.address })).toBe(2n)
  const more = simulateTransferTokensFrom(client, { ...taken, amount: 9n, account: keeper })
  await expect(more).rejects.toThrow(ERC20InsufficientAllowanceError)

  const deadline = (await world.now()) + day
  const signature = await signTokenPermit(world.walletOf(treasury), { ...approval, amount: 9n, deadline })
  const permit = { ...approval, amount: 9n, deadline, signature }
  const other = simulatePermitTokens(client, { ...permit, amount: 10n, account: keeper })
  await expect(other).rejects.toThrow(ERC2612InvalidSignerError)
  await world.mined(permitTokens(world.walletOf(keeper), { ...permit, gas }))
  expect(await getTokenAllowance(client, approval)).toBe(9n)
})

test('the launch: the council hands the timelock to the governor, by a decision of its own', async () => {
  const { client, addresses, actors } = world
  const { timelock, governor } = addresses
  const roles = ['PROPOSER_ROLE', 'CANCELLER_ROLE'].map((name) => keccak256(stringToHex(name)))
  const call = (functionName: 'grantRole' | 'revokeRole', role: Hex, account: Hex) => ({
    to: timelock,
    data: encodeFunctionData({ abi: bulwarkTimelockAbi, functionName, args: [role, account] }),
  })
  const calls = roles.flatMap((role) => [
    call('grantRole', role, governor),
    call('revokeRole', role, actors.arbitrator.address),
  ])
  const council = world.walletOf(actors.arbitrator)
  await world.mined(scheduleOperation(council, { timelock, calls, predecessor: zeroHash, delay: 16n * day, gas }))
  await world.wait(16n * day)
  await world.mined(executeOperation(council, { timelock, calls, gas }))
  for (const role of ['proposer', 'canceller'] as const) {
    expect(await hasTimelockRole(client, { timelock, role, account: governor })).toBe(true)
    expect(await hasTimelockRole(client, { timelock, role, account: actors.arbitrator.address })).toBe(false)
  }
  const again = simulateScheduleOperation(client, { timelock, calls, delay: 16n * day, account: actors.arbitrator })
  await expect(again).rejects.toThrow(AccessControlUnauthorizedAccountError)
})
