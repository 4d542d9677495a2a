import { parseAbi } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Anvil,
  type Chain,
  chainTime,
  deployPriceFeed,
  deployUptimeFeed,
  loadRounds,
  type PriceFeed,
  proxyRoundId,
  RoundsEmptyError,
  RoundsGapError,
  RoundsTimeError,
  readRounds,
  reportSequencer,
  startAnvil,
  submitRound,
  TimeNotIncreasedError,
  TransactionRevertedError,
  usdcRoundsFile,
} from '../src/index.ts'

const aggregatorV3Abi = parseAbi([
  'function decimals() view returns (uint8)',
  'function description() view returns (string)',
  'function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
  'function getRoundData(uint80) view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
])
const timestamp = 1_668_900_000
let anvil: Anvil
let chain: Chain

/** What a contract sees: through the proxy. */
function getRound({ chain, proxy }: PriceFeed, round: number) {
  const args = [proxyRoundId(round)] as const
  return chain.public.readContract({ address: proxy, abi: aggregatorV3Abi, functionName: 'getRoundData', args })
}

const latest = ({ chain, proxy }: PriceFeed) =>
  chain.public.readContract({ address: proxy, abi: aggregatorV3Abi, functionName: 'latestRoundData' })

beforeAll(async () => {
  anvil = await startAnvil({ timestamp })
  chain = anvil.chain
})

afterAll(() => anvil.stop())

test('default', async () => {
  const feed = await deployPriceFeed(chain, { description: 'USDC / USD' })
  const proxy = { address: feed.proxy, abi: aggregatorV3Abi } as const
  expect(await chain.public.readContract({ ...proxy, functionName: 'decimals' })).toBe(8)
  expect(await chain.public.readContract({ ...proxy, functionName: 'description' })).toBe('USDC / USD')
  await expect(latest(feed)).rejects.toThrow('No data present')

  const updatedAt = (await chainTime(chain)) + 100
  expect(await submitRound(feed, { answer: 99_990_000n, updatedAt })).toBe(1)
  const time = BigInt(updatedAt)
  expect(await latest(feed)).toEqual([proxyRoundId(1), 99_990_000n, time, time, proxyRoundId(1)])
})

test('behavior: decimals, bounds and oracle can be chosen', async () => {
  const oracle = chain.actors.reporters[0]
  const feed = await deployPriceFeed(chain, {
    description: 'Reserve',
    decimals: 18,
    minAnswer: 0n,
    maxAnswer: 9n,
    oracle,
  })
  const updatedAt = await chainTime(chain)
  await submitRound(feed, { answer: 0n, updatedAt: updatedAt + 5 })
  const failure = submitRound(feed, { answer: 10n, updatedAt: updatedAt + 10 })
  await expect(failure).rejects.toBeInstanceOf(TransactionRevertedError)
  await expect(failure).rejects.toThrow('value above maxSubmissionValue')
})

test('error: TimeNotIncreasedError', async () => {
  const feed = await deployPriceFeed(chain, { description: 'USDC / USD' })
  const failure = submitRound(feed, { answer: 1n, updatedAt: timestamp - 1 })
  await expect(failure).rejects.toBeInstanceOf(TimeNotIncreasedError)
})

test('behavior: a sequencer goes down and comes up', async () => {
  const sequencer = await deployUptimeFeed(chain)
  const start = await chainTime(chain)
  for (const [index, up] of [true, false, true].entries()) {
    const at = start + 10 * (index + 1)
    await reportSequencer(sequencer, { up, at })
    const [, answer, startedAt] = await latest(sequencer)
    expect([answer, startedAt]).toEqual([up ? 0n : 1n, BigInt(at)])
  }
})

test('error: a series that is none', async () => {
  const feed = await deployPriceFeed(chain, { description: 'USDC / USD' })
  const round = { round: 5, answer: 1n, updatedAt: timestamp + 1_000 }
  await expect(loadRounds(feed, [])).rejects.toBeInstanceOf(RoundsEmptyError)
  await expect(loadRounds(feed, [round, { ...round, round: 7 }])).rejects.toBeInstanceOf(RoundsGapError)
  await expect(loadRounds(feed, [round, { ...round, round: 6 }])).rejects.toBeInstanceOf(RoundsTimeError)
})

test.for(['transactions', 'storage'] as const)('behavior: 400 real rounds through %s', async (through) => {
  const { chain, stop } = await startAnvil({ timestamp })
  const rounds = await readRounds(usdcRoundsFile)
  const feed = await deployPriceFeed(chain, { description: 'USDC / USD' })
  expect(await loadRounds(feed, rounds, { through })).toEqual({ offset: 745, first: 1, last: 400 })

  for (const { round, answer, updatedAt } of rounds) {
    const id = proxyRoundId(round - 745)
    expect(await getRound(feed, round - 745)).toEqual([id, answer, BigInt(updatedAt), BigInt(updatedAt), id])
  }
  const last = rounds[399]?.updatedAt as number
  expect(await chainTime(chain)).toBe(last)
  await expect(getRound(feed, 401)).rejects.toThrow('No data present')

  // The series goes on where it ended, in whichever way it was loaded.
  const more = { round: 1_146, answer: 97_000_000n, updatedAt: last + 60 }
  expect(await loadRounds(feed, [more])).toEqual({ offset: 745, first: 401, last: 401 })
  expect(await submitRound(feed, { answer: 98_000_000n, updatedAt: last + 120 })).toBe(402)
  expect((await latest(feed))[1]).toBe(98_000_000n)
  await stop()
})
