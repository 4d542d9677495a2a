import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Deployed, deploy, deployPriceFeed, readForgeArtifact, send, submitRound } from '@bulwark/testkit'
import { type Address, type Hash, toFunctionSelector, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createDeficitListing,
  createFrozenListing,
  createOptimisticListing,
  createReportListing,
  createReserveListing,
  createVaultLossListing,
  formatHoursUp,
  getListingCount,
  getWorstCaseTime,
  settlementAllowance,
  UnknownListingError,
  worstCaseTime,
} from '../src/index.ts'
import { day, gas, startWorld, type Wallet, type World, wad } from './helpers/startWorld.ts'

const hour = 3_600n
let world: World
let creator: Wallet
let token: Deployed
let vault: Deployed
let source: Deployed
let feed: Address

/** A page on an adjudicator, and its example as a listing. */
type Page = {
  /** Parameters of the example that its worst case is made of. */
  times: Record<string, bigint>
  /** How the page writes them. */
  example: string
  create: (common: { terms: World['terms']; wording: string; gas: bigint }) => Promise<Hash>
}

const page = (name: string) => readFileSync(join(import.meta.dirname, `../../../docs/adjudicators/${name}.md`), 'utf8')

const levels = (persistence: bigint) => ({
  ...{ strike: wad / 20n, recovery: wad / 50n, warning: wad / 100n, persistence },
})

/** What assertions need of the terms. */
const bonded = () => {
  const { bondToken, bond, eventWindow } = world.courtTerms
  return { bondToken, bond, eventWindow }
}

const pages: Record<string, Page> = {
  'vault-loss-trigger': {
    times: { persistence: 12n * hour },
    example: 'IReadingTrigger.Levels(0.05e18, 0.02e18, 0.01e18, 12 hours)',
    create: (common) =>
      createVaultLossListing(creator, {
        ...{ ...common, vaultLossTrigger: common.terms.adjudicator },
        config: { vault: vault.address, leastShares: 1_000n, levels: levels(12n * hour) },
      }),
  },
  'deficit-trigger': {
    times: { persistence: 12n * hour },
    example: 'IDeficitTrigger.Config(aavePool, usdc, aUsdc, 50_000e6, 10_000e6, 12 hours)',
    create: (common) =>
      createDeficitListing(creator, {
        ...{ ...common, deficitTrigger: common.terms.adjudicator },
        config: {
          ...{ market: source.address, asset: token.address, supplied: token.address },
          ...{ offset: 50_000_000_000n, warning: 10_000_000_000n, persistence: 12n * hour },
        },
      }),
  },
  'reserve-trigger': {
    times: { persistence: 26n * hour },
    example: 'IReadingTrigger.Levels(0.05e18, 0.02e18, 0.01e18, 26 hours)',
    create: (common) =>
      createReserveListing(creator, {
        ...{ ...common, reserveTrigger: common.terms.adjudicator },
        config: {
          kind: 'proofOfReserve',
          ...{ token: token.address, source: feed, leastSupply: 1_000n, heartbeat: day, levels: levels(26n * hour) },
        },
      }),
  },
  'frozen-trigger': {
    times: { persistence: 3n * day },
    example: 'saver, 100_000e6, 0.3e18, 3 days, 12 hours)',
    create: (common) =>
      createFrozenListing(creator, {
        ...{ ...common, frozenTrigger: common.terms.adjudicator },
        config: {
          kind: 'maxWithdraw',
          ...{ target: vault.address, account: world.actors.holders[0].address, amount: 100_000_000_000n },
          ...{ ratio: (wad * 3n) / 10n, persistence: 3n * day, gap: 12n * hour },
        },
      }),
  },
  'report-trigger': {
    times: { longestEvent: 2n * day, window: 5n * day },
    example: 'flights of 2 days at most, reported by signers within 5',
    create: (common) => {
      const members = world.actors.reporters.slice(0, 3).map(({ address }) => address)
      const ascending = members.sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
      return createReportListing(creator, {
        ...{ ...common, terms: { ...common.terms, keyed: true }, reportTrigger: common.terms.adjudicator },
        config: {
          source: 'signers',
          signers: { members: ascending, threshold: 2, rotator: zeroAddress, rotationDelay: 0n },
          ...{ longestEvent: 2n * day, window: 5n * day },
          table: [{ minValue: 30n, maxDistance: 0n, status: 0, ratio: wad }],
        },
      })
    },
  },
  optimistic: {
    times: { grace: 30n * day, liveness: 2n * day },
    example: 'IOptimistic.Config(usdc, 5_000e6, 50_000e6, 2 days)',
    create: (common) =>
      createOptimisticListing(creator, {
        ...{ ...common, terms: { ...common.terms, ...bonded() } },
        optimistic: common.terms.adjudicator,
        config: {
          ...{ currency: world.usd.address, bond: 5_000_000_000n, maxBond: 50_000_000_000n },
          liveness: 2n * day,
        },
      }),
  },
}

/** Seconds of a sum in words: `persistence` + 3 days + 1 h. */
function sumOf(formula: string, times: Record<string, bigint>): bigint {
  const lengths: Record<string, bigint> = { h: hour, day, days: day }
  const terms = [...formula.matchAll(/`(\w+)`|(\d+) (h|days?)\b/g)]
  return terms.reduce((sum, [, name, count = 0, unit = '']) => {
    return sum + (name === undefined ? BigInt(count) * (lengths[unit] ?? 0n) : (times[name] ?? 0n))
  }, 0n)
}

beforeAll(async () => {
  world = await startWorld(
    ...(['vaultLossTrigger', 'deficitTrigger', 'reserveTrigger', 'frozenTrigger', 'reportTrigger'] as const),
    'optimistic',
  )
  const { chain, actors, usd } = world
  creator = world.walletOf(actors.deployer)
  const [saver] = actors.holders
  const account = actors.deployer
  token = await deploy(chain, { ...(await readForgeArtifact('TestToken')), args: ['Backed', 'B', 6] })
  await send(chain, { ...token, functionName: 'mint', args: [saver.address, 10n ** 12n], account })
  source = await deploy(chain, await readForgeArtifact('WildSource'))
  const deficit = toFunctionSelector('getReserveDeficit(address)')
  await send(chain, { ...source, functionName: 'set', args: [deficit, 0n], account })
  vault = await deploy(chain, { ...(await readForgeArtifact('LossyVault')), args: [usd.address] })
  await world.fund(saver, vault.address, 10n ** 12n)
  await send(chain, { ...vault, functionName: 'deposit', args: [10n ** 12n, saver.address], account: saver })
  const reserves = await deployPriceFeed(chain, { description: 'Reserves', decimals: 6 })
  await submitRound(reserves, { answer: 10n ** 12n, updatedAt: Number((await world.now()) + 1n) })
  feed = reserves.proxy
})
afterAll(() => world.stop())

describe('behavior: the worst case is what the page on the adjudicator says', () => {
  test.each(Object.entries(pages))('%s', async (name, { times, example, create }) => {
    const { client, addresses, terms } = world
    const text = page(name)
    expect(text).toContain(example)
    const [line, formula = '', hours = ''] = /^Worst case: (.*) = (\d+) h\b/m.exec(text) ?? []
    expect(line).toBeDefined()

    const trigger = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as keyof typeof addresses
    const common = { terms: { ...terms, adjudicator: addresses[trigger], grace: 30n * day }, wording: name, gas }
    await world.mined(create(common))
    const listing = await getListingCount(client, addresses)
    const worst = await worstCaseTime(client, { ...addresses, listing })
    expect(formatHoursUp(worst.total)).toBe(`${hours} h`)
    expect(worst.total).toBe(sumOf(formula.replace(/\(.*?\)/g, ''), times))
    expect(worst).toMatchObject({ secondRuling: 0n, settlement: settlementAllowance })
  })

  test('price-feed-trigger', async () => {
    const text = page('price-feed-trigger')
    // The page states the time to the ruling; the day to settle comes on top.
    const formula = /## Worst-case time\n([\s\S]*?): `worstCaseTime/.exec(text)?.[1] ?? ''
    const times = { persistence: 6n * hour, heartbeat: day }
    expect(sumOf(formula, times)).toBe(times.persistence + times.heartbeat + hour + 3n * day)
  })
})

test('behavior: a second adjudicator’s time is added', async () => {
  const { client, addresses, trigger, court, courtTerms } = world
  const listing = await world.newListing({ ...courtTerms, secondAdjudicator: trigger.address })
  const [ruling, secondRuling] = await Promise.all(
    [court, trigger].map(({ address }) => getWorstCaseTime(client, { adjudicator: address, listing })),
  )
  const worst = await worstCaseTime(client, { ...addresses, listing })
  expect(worst).toEqual({
    ...{ ruling, secondRuling, settlement: day },
    total: (ruling ?? 0n) + (secondRuling ?? 0n) + day,
  })
})

test('error: UnknownListingError', () =>
  expect(worstCaseTime(world.client, { ...world.addresses, listing: 999n })).rejects.toThrow(UnknownListingError))
