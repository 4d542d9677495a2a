import { getAddress, keccak256, parseEventLogs, stringToHex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AccessManagedUnauthorizedError,
  AccessManagerNotScheduledError,
  BoundOutOfBoundsError,
  bulwarkGovernorAbi,
  canCallRestricted,
  cancelProposal,
  castVote,
  castVoteBySig,
  decodeProposal,
  delegateVotes,
  delegateVotesBySig,
  dismissAdjudicator,
  executeProposal,
  FeeAboveCapError,
  GovernorAlreadyCastVoteError,
  GovernorInsufficientProposerVotesError,
  GovernorInvalidSignatureError,
  GovernorNonexistentProposalError,
  GovernorUnexpectedProposalStateError,
  getCuratorFeeCap,
  getDelegate,
  getFactoryAuthority,
  getFunctionRole,
  getGovernorBounds,
  getGovernorContracts,
  getGovernorDomain,
  getGovernorSettings,
  getListingBounds,
  getMintBounds,
  getNewPoolBounds,
  getOperation,
  getOperationId,
  getPastTokenSupply,
  getPastVotes,
  getProposal,
  getProposalId,
  getProposalState,
  getProposalVotes,
  getQuorum,
  getRate,
  getRateBounds,
  getRatePace,
  getRoleHolders,
  getRoleMembership,
  getScheduledCall,
  getTimelockDelay,
  getTokenAllowance,
  getTokenAuthority,
  getTokenBalance,
  getTokenDomain,
  getTokenMetadata,
  getTokenNonce,
  getTokenSupply,
  getVoteCheckpoint,
  getVoteCheckpointCount,
  getVoteClock,
  getVoteNonce,
  getVotes,
  getVotingPower,
  hasTimelockRole,
  hasVoted,
  isAdjudicator,
  isContractClosed,
  MintTooEarlyError,
  PaceOutOfBoundsError,
  type ProposalCall,
  prepareDismissAdjudicator,
  prepareMintTokens,
  prepareSetCuratorFeeCap,
  prepareSetNewPoolBounds,
  prepareSetProtocolFee,
  prepareSetRateBounds,
  prepareSetRatePace,
  propose,
  queueProposal,
  quote,
  RateOutOfBoundsError,
  SettingOutOfBoundsError,
  scheduleCall,
  signDelegation,
  signVote,
  simulateCastVote,
  simulateCastVoteBySig,
  simulateDismissAdjudicator,
  simulateExecuteProposal,
  simulateMintTokens,
  simulateSetProtocolFee,
  simulateTransferTokens,
  transferTokens,
} from '../src/index.ts'
import { day, gas, openWorld, type World, wad } from './helpers/startWorld.ts'

let world: World
const votes = (millions: number) => BigInt(millions) * 10n ** 24n

beforeAll(async () => {
  world = await openWorld({ launched: true })
  const { actors, addresses } = world
  const [ann, ben] = actors.voters
  const treasury = world.walletOf(actors.treasury)
  for (const [who, amount] of [
    [ann, votes(20)],
    [ben, votes(5)],
  ] as const) {
    await world.mined(transferTokens(treasury, { ...addresses, to: who.address, amount, gas }))
  }
  await world.mined(delegateVotes(world.walletOf(ann), { ...addresses, delegatee: ann.address, gas }))
  await world.wait(1n)
})
afterAll(() => world.stop())

/** From a proposal to its queue. */
async function carry(calls: readonly ProposalCall[], description: string): Promise<bigint> {
  const { addresses, actors, client } = world
  const wallet = world.walletOf(actors.voters[0])
  const decision = { ...addresses, calls, description, gas }
  await world.mined(propose(wallet, decision))
  const proposal = await getProposalId(client, decision)
  await world.wait(day + 1n)
  await world.mined(castVote(wallet, { ...addresses, proposal, support: 'for', gas }))
  await world.wait(5n * day)
  await world.mined(queueProposal(wallet, decision))
  return proposal
}

/** The whole of it, up to the block in which it could be executed. */
async function carryAndWait(calls: readonly ProposalCall[], description: string): Promise<void> {
  await carry(calls, description)
  await world.wait(16n * day)
}

describe('the whole cycle', () => {
  test('default', async () => {
    const { client, addresses, actors } = world
    const { governor, governanceToken, listings } = addresses
    const [ann, ben, cleo] = actors.voters
    const { pool, listing } = await world.openPool()
    const insured = { pool, listing, amount: 1_000_000_000n, duration: 30n * day }
    const before = await quote(client, insured)

    // Ben has never sent a transaction: he signs whom he trusts, and Cleo pays.
    const delegation = { governanceToken, delegator: ben.address, delegatee: ben.address, expiry: 2n ** 40n }
    const signature = await signDelegation(world.walletOf(ben), delegation)
    await world.mined(delegateVotesBySig(world.walletOf(cleo), { ...delegation, signedNonce: 0n, signature, gas }))
    expect(await getDelegate(client, { governanceToken, account: ben.address })).toBe(ben.address)
    expect(await getVotes(client, { governanceToken, account: ben.address })).toBe(votes(5))
    await world.wait(1n)

    const calls = [
      prepareSetRateBounds({ listings, numbers: [listing], floor: wad / 25n, ceiling: wad / 2n }),
      prepareSetCuratorFeeCap({ listings, cap: 1_000 }),
    ]
    const description = 'No cover of this class below 4 % a year'
    const decision = { governor, calls, description }
    const receipt = await world.mined(propose(world.walletOf(ann), { ...decision, gas }))
    const [created] = parseEventLogs({ abi: bulwarkGovernorAbi, logs: receipt.logs, eventName: 'ProposalCreated' })
    const proposal = created?.args.proposalId ?? 0n
    expect(await getProposalId(client, decision)).toBe(proposal)
    const asProposed = (created?.args.targets ?? []).map((to, i) => ({ to, data: created?.args.calldatas[i] ?? '0x' }))
    expect(decodeProposal([...asProposed, { to: zeroAddress, data: '0x12345678' }])).toMatchObject([
      { abi: 'listingsAbi', functionName: 'setRateBounds', args: [[Number(listing)], wad / 25n, wad / 2n] },
      { abi: 'listingsAbi', functionName: 'setCuratorFeeCap', args: [1_000] },
      { abi: undefined, functionName: undefined, args: [] },
    ])
    const state = () => getProposalState(client, { governor, proposal })
    expect(await state()).toBe('pending')
    const early = simulateCastVote(client, { governor, proposal, support: 'for', account: ann })
    await expect(early).rejects.toThrow(GovernorUnexpectedProposalStateError)
    await expect(early).rejects.toThrow('is pending')

    await world.wait(day + 1n)
    expect(await state()).toBe('active')
    await world.mined(
      castVote(world.walletOf(ann), { governor, proposal, support: 'for', reason: 'It was too cheap', gas }),
    )
    const ballot = { governor, proposal, support: 'against', voter: ben.address } as const
    const signed = await signVote(world.walletOf(ben), ballot)
    const forged = simulateCastVoteBySig(client, { ...ballot, support: 'for', signature: signed, account: cleo })
    await expect(forged).rejects.toThrow(GovernorInvalidSignatureError)
    await world.mined(castVoteBySig(world.walletOf(cleo), { ...ballot, signature: signed, gas }))
    expect(await hasVoted(client, { governor, proposal, account: ben.address })).toBe(true)
    expect(await getVoteNonce(client, { governor, account: ben.address })).toBe(1n)
    const twice = simulateCastVote(client, { governor, proposal, support: 'for', account: ann })
    await expect(twice).rejects.toThrow(GovernorAlreadyCastVoteError)
    expect(await getProposalVotes(client, { governor, proposal })).toEqual({
      against: votes(5),
      for: votes(20),
      abstain: 0n,
    })
    const { snapshot, deadline } = await getProposal(client, { governor, proposal })
    expect(deadline - snapshot).toBe(5n * day)
    expect(await getVotingPower(client, { governor, account: ann.address, timepoint: snapshot })).toBe(votes(20))
    expect(await getQuorum(client, { governor, timepoint: snapshot })).toBe(votes(2))

    await world.wait(5n * day)
    expect(await state()).toBe('succeeded')
    await world.mined(queueProposal(world.walletOf(cleo), { ...decision, gas }))
    expect(await state()).toBe('queued')
    const { eta, proposer, needsQueuing } = await getProposal(client, { governor, proposal })
    expect(eta).toBe((await world.now()) + 16n * day)
    expect([proposer, needsQueuing]).toEqual([ann.address, true])
    const tooSoon = simulateExecuteProposal(client, { ...decision, account: cleo })
    await expect(tooSoon).rejects.toThrow('is in none of the states')

    await world.wait(16n * day)
    await world.postRate(listing)
    await world.mined(executeProposal(world.walletOf(cleo), { ...decision, gas }))
    expect(await state()).toBe('executed')
    expect(await getRateBounds(client, { listings, listing })).toEqual({ floor: wad / 25n, ceiling: wad / 2n })
    expect((await getRate(client, { listings, listing })).rate).toBe(wad / 25n)
    expect((await quote(client, insured)).net).toBeGreaterThan(before.net)
    expect(await getCuratorFeeCap(client, { listings })).toBe(1_000)
  })

  test('behavior: what is out of bounds is carried, and cannot be executed', async () => {
    const { client, addresses, actors } = world
    const { governor, listings, factory, governanceToken } = addresses
    const listing = await world.newListing()
    const attempts = [
      [prepareSetProtocolFee({ listings, fee: 1_001 }), FeeAboveCapError],
      [prepareSetRateBounds({ listings, numbers: [listing], floor: 0n, ceiling: wad + 1n }), RateOutOfBoundsError],
      [prepareSetRatePace({ listings, riseTime: 1n, fallTime: day }), PaceOutOfBoundsError],
      [prepareSetNewPoolBounds({ factory, minRho: 0n, minR: wad, maxLossProbability: wad }), BoundOutOfBoundsError],
      [prepareMintTokens({ governanceToken, to: actors.attacker.address, amount: 1n }), MintTooEarlyError],
      [
        { to: governor, data: '0xe540d01d0000000000000000000000000000000000000000000000000000000000000001' },
        SettingOutOfBoundsError,
      ],
    ] as const
    const wallet = world.walletOf(actors.voters[0])
    const decisions = attempts.map(([call], index) => ({ governor, calls: [call], description: `Attempt ${index}` }))
    for (const decision of decisions) await world.mined(propose(wallet, { ...decision, gas }))
    await world.wait(day + 1n)
    for (const decision of decisions) {
      const proposal = await getProposalId(client, decision)
      await world.mined(castVote(wallet, { governor, proposal, support: 'for', gas }))
    }
    await world.wait(5n * day)
    for (const decision of decisions) await world.mined(queueProposal(wallet, { ...decision, gas }))
    await world.wait(16n * day)
    for (const [index, decision] of decisions.entries()) {
      const execution = simulateExecuteProposal(client, { ...decision, account: actors.voters[0] })
      await expect(execution).rejects.toBeInstanceOf(attempts[index]?.[1])
    }
  })

  test('behavior: a proposer withdraws', async () => {
    const { client, addresses, actors } = world
    const { governor, listings } = addresses
    const calls = [prepareSetProtocolFee({ listings, fee: 1 })]
    const decision = { governor, calls, description: 'Withdrawn' }
    const wallet = world.walletOf(actors.voters[0])
    await world.mined(propose(wallet, { ...decision, gas }))
    await world.mined(cancelProposal(wallet, { ...decision, gas }))
    const proposal = await getProposalId(client, decision)
    expect(await getProposalState(client, { governor, proposal })).toBe('cancelled')
    const unknown = getProposalState(client, { governor, proposal: 1n })
    await expect(unknown).rejects.toThrow(GovernorNonexistentProposalError)
  })

  test('error: GovernorInsufficientProposerVotesError', async () => {
    const { addresses, actors } = world
    const calls = [prepareSetProtocolFee({ ...addresses, fee: 1 })]
    const wallet = world.walletOf(actors.attacker)
    await expect(propose(wallet, { ...addresses, calls, description: '' })).rejects.toThrow(
      GovernorInsufficientProposerVotesError,
    )
  })
})

describe('the timelock', () => {
  test('default', async () => {
    const { client, addresses } = world
    const { timelock, governor, listings } = addresses
    expect(await getTimelockDelay(client, { timelock })).toEqual({
      delay: 16n * day,
      minDelay: 16n * day,
      maxDelay: 90n * day,
    })
    expect(await hasTimelockRole(client, { timelock, role: 'proposer', account: governor })).toBe(true)
    expect(await hasTimelockRole(client, { timelock, role: 'admin', account: governor })).toBe(false)
    const calls = [prepareSetProtocolFee({ listings, fee: 400 })]
    await carryAndWait(calls, 'Seen in the timelock')
    const salt = `${governor.toLowerCase()}${'0'.repeat(24)}` as const
    const hash = keccak256(stringToHex('Seen in the timelock'))
    const mixed = `0x${(BigInt(salt) ^ BigInt(hash)).toString(16).padStart(64, '0')}` as const
    const operation = await getOperationId(client, { timelock, calls, salt: mixed })
    expect((await getOperation(client, { timelock, operation })).state).toBe('ready')
  })
})

describe('roles', () => {
  test('default', async () => {
    const { client, addresses, actors } = world
    const { accessManager, timelock, listings } = addresses
    expect(await getRoleHolders(client, { accessManager })).toEqual({
      timelock: getAddress(timelock),
      deployer: zeroAddress,
    })
    const { guardian } = actors
    expect(await getRoleMembership(client, { accessManager, role: 4n, account: guardian.address })).toEqual({
      isMember: true,
      delay: 2n * day,
    })
    const selector = prepareDismissAdjudicator({ listings, adjudicator: listings }).data.slice(0, 10) as `0x${string}`
    expect(await getFunctionRole(client, { accessManager, target: listings, selector })).toBe(4n)
    const asked = { accessManager, caller: guardian.address, target: listings, selector }
    expect(await canCallRestricted(client, asked)).toEqual({ immediate: false, delay: 2n * day })
    expect(await isContractClosed(client, { accessManager, target: listings })).toBe(false)
    for (const authority of [
      await getFactoryAuthority(client, addresses),
      await getTokenAuthority(client, addresses),
    ]) {
      expect(authority.toLowerCase()).toBe(accessManager.toLowerCase())
    }
  })

  test('behavior: the guardian dismisses an adjudicator, two days ahead', async () => {
    const { client, addresses, actors, trigger } = world
    const { accessManager, listings } = addresses
    const { guardian } = actors
    const dismissal = { listings, adjudicator: trigger.address }
    const atOnce = simulateDismissAdjudicator(client, { ...dismissal, account: guardian })
    await expect(atOnce).rejects.toThrow(AccessManagerNotScheduledError)
    const { data } = prepareDismissAdjudicator(dismissal)
    const wallet = world.walletOf(guardian)
    await world.mined(scheduleCall(wallet, { accessManager, target: listings, data, gas }))
    const announced = { accessManager, caller: guardian.address, target: listings, data }
    expect(await getScheduledCall(client, announced)).toBe((await world.now()) + 2n * day)
    await world.wait(2n * day)
    await world.mined(dismissAdjudicator(wallet, { ...dismissal, gas }))
    expect(await isAdjudicator(client, dismissal)).toBe(false)
  })

  test('error: AccessManagedUnauthorizedError', async () => {
    const { addresses, actors, client } = world
    for (const account of [actors.attacker, actors.deployer, actors.guardian, actors.arbitrator]) {
      const fee = simulateSetProtocolFee(client, { ...addresses, fee: 1, account })
      await expect(fee).rejects.toThrow(AccessManagedUnauthorizedError)
      const mint = simulateMintTokens(client, { ...addresses, to: account.address, amount: 1n, account })
      await expect(mint).rejects.toThrow(AccessManagedUnauthorizedError)
    }
  })
})

test('the token, the settings and the bounds', async () => {
  const { client, addresses, actors } = world
  const { governanceToken, governor, listings, factory, timelock } = addresses
  const account = actors.voters[0].address
  const timepoint = (await world.now()) - 1n
  expect(await getTokenMetadata(client, addresses)).toEqual({ name: 'Bulwark', symbol: 'BWK', decimals: 18 })
  expect(await getTokenSupply(client, addresses)).toBe(votes(50))
  expect(await getTokenBalance(client, { governanceToken, account })).toBe(votes(20))
  expect(await getPastVotes(client, { governanceToken, account, timepoint })).toBe(votes(20))
  expect(await getPastTokenSupply(client, { governanceToken, timepoint })).toBe(votes(50))
  expect(await getTokenAllowance(client, { governanceToken, owner: account, spender: governor })).toBe(0n)
  expect(await getTokenNonce(client, { governanceToken, account })).toBe(0n)
  expect(await getVoteCheckpointCount(client, { governanceToken, account })).toBe(1n)
  expect((await getVoteCheckpoint(client, { governanceToken, account, position: 0n }))._value).toBe(votes(20))
  expect((await getVoteClock(client, addresses)).mode).toBe('mode=timestamp')
  expect(await getTokenDomain(client, addresses)).toMatchObject({ name: 'Bulwark', version: '1', chainId: 31_337n })
  expect(await getGovernorDomain(client, addresses)).toMatchObject({ name: 'Bulwark Governor', version: '1' })
  expect(await getMintBounds(client, addresses)).toMatchObject({ maxSupply: votes(100), maxMint: 500n })
  expect(await getGovernorSettings(client, addresses)).toEqual({
    ...{ votingDelay: day, votingPeriod: 5n * day, proposalThreshold: 10n ** 23n },
    ...{ quorum: 4n, quorumOf: 100n, lateExtension: 2n * day },
  })
  expect(await getGovernorBounds(client, addresses)).toMatchObject({ minQuorum: 1n, maxQuorum: 30n })
  const { token, timelock: executor } = await getGovernorContracts(client, addresses)
  expect([token, executor].map((each) => each.toLowerCase())).toEqual(
    [governanceToken, timelock].map((each) => each.toLowerCase()),
  )
  expect(await getRatePace(client, { listings })).toEqual({ riseTime: day, fallTime: day })
  expect(await getNewPoolBounds(client, { factory })).toEqual({
    minRho: wad / 4n,
    minR: wad / 10n,
    maxLossProbability: wad,
  })
  expect(await getListingBounds(client, { listings })).toMatchObject({ maxCuratorFee: 2_000n, minPace: day / 2n })
  const tooMany = simulateTransferTokens(client, { governanceToken, to: governor, amount: votes(51), account })
  await expect(tooMany).rejects.toThrow('Transfer fewer.')
})
