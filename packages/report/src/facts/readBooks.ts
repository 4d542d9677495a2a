import { getRiskId, type poolAbi } from '@bulwark/sdk'
import { type Address, getAddress, type Hash, type Hex, numberToHex, type ParseEventLogsReturnType, padHex } from 'viem'
import { poolStructs, poolVariables as variables } from './poolStorage.ts'
import { readRisks } from './readRisks.ts'
import { readStream } from './readStream.ts'
import { StorageView } from './StorageView.ts'
import type { BooksFacts, IdentityFacts } from './types.ts'

/** The events of a pool since its creation. */
export type PoolEvents = ParseEventLogsReturnType<typeof poolAbi, undefined, true>

/** The parameters of {@link readBooks}. */
export type ReadBooksParameters = { identity: IdentityFacts; events: PoolEvents }

/**
 * Reads the books of a pool out of its storage. Its events only say which entries there are to read; the checks of the
 * statement show that none is missing.
 *
 * @example
 * const books = await readBooks(storage, { identity, events })
 */
export async function readBooks(storage: StorageView, { identity, events }: ReadBooksParameters): Promise<BooksFacts> {
  const [ledger, gains, reserves, curve, queue, totals, stream, openBeyond, curator] = await Promise.all([
    storage.struct(poolStructs.Ledger, { slot: variables.ledger, proves: 'assets.cash' }),
    storage.struct(poolStructs.Gains, { slot: variables.gains, proves: 'liabilities.unvestedGains' }),
    storage.struct(poolStructs.Reserves, { slot: variables.reserves, proves: 'liabilities.reserves' }),
    storage.struct(poolStructs.Curve, { slot: variables.curve, proves: 'ownFunds.priceLevel' }),
    storage.struct(poolStructs.FeesAndQueue, { slot: variables.queue, proves: 'liabilities.owed' }),
    storage.struct(poolStructs.Totals, { slot: variables.totals, proves: 'requirement' }),
    readStream(storage),
    storage.word(variables.openBeyond, 'liabilities.reserves.beyond'),
    storage.word(variables.curator, 'pool.curator'),
  ])
  const risks = await readRisks(storage, riskIds(events))
  const backings = await readBackings(storage, events)
  const { cursor, open, full, openRisks, ruined, cohorts } = reserves
  return {
    ...{ ledger, stream, gains, curve, totals, risks, backings },
    reserves: { open, full, cursor, openRisks, ruined: ruined !== 0n, openBeyond },
    fees: { protocol: queue.protocol, curator: queue.curator },
    classes: await readClasses(storage, identity.classCount),
    groups: await readGroups(storage, [
      ...risks.filter(({ exposure }) => exposure > 0n).map((risk) => (BigInt(risk.class) << 56n) | risk.group),
      ...backings.map((backing) => (BigInt(backing.class) << 56n) | backing.group),
      ...events.flatMap((event) =>
        event.eventName === 'GroupLimitSet' ? [(BigInt(event.args.class) << 56n) | BigInt(event.args.group)] : [],
      ),
    ]),
    stack: await readStack(storage, Number(cohorts)),
    requests: await readRequests(storage, queue),
    claimables: await readClaimables(storage, events),
    kept: await readKept(storage, events),
    adjudicators: await readAdjudicators(storage, [
      ...backings.map(({ adjudicator }) => adjudicator),
      ...events.flatMap((event) => (event.eventName === 'AdjudicatorLimitSet' ? [event.args.adjudicator] : [])),
    ]),
    pending: await readPending(storage, events),
    curator: addressOf(curator),
    sold: BigInt(events.filter(({ eventName }) => eventName === 'CoverBought').length),
  }
}

/** Ids of the risks that were ever sold. */
function riskIds(events: PoolEvents): Hex[] {
  const ids = events.flatMap((event) =>
    event.eventName === 'CoverBought' ? [getRiskId({ listing: event.args.listing, key: event.args.key })] : [],
  )
  return [...new Set(ids)].sort()
}

function readClasses(storage: StorageView, count: number): Promise<BooksFacts['classes']> {
  const proves = 'requirement.classes'
  const each = Array.from({ length: count }, async (_, index) => {
    const [sums, maxLossProbability] = await Promise.all([
      storage.struct(poolStructs.Class, { slot: StorageView.entry(variables.classes, BigInt(index)), proves }),
      storage.word(StorageView.entry(variables.maxLossProbability, BigInt(index)), proves),
    ])
    return { ...sums, maxLossProbability }
  })
  return Promise.all(each)
}

function readGroups(storage: StorageView, keys: bigint[]): Promise<BooksFacts['groups']> {
  const each = sorted(keys).map(async (key) => {
    const slot = StorageView.entry(variables.groups, key)
    const group = await storage.struct(poolStructs.Group, { slot, proves: 'requirement.classes' })
    return { class: Number(key >> 56n), group: key & ((1n << 56n) - 1n), ...group }
  })
  return Promise.all(each)
}

async function readStack(storage: StorageView, height: number): Promise<BooksFacts['stack']> {
  const proves = 'liabilities.reserves.partial'
  const { net, nextId } = await storage.struct(poolStructs.Stack, { slot: variables.stack, proves })
  const cohorts = Array.from({ length: height }, (_, place) =>
    storage.struct(poolStructs.Cohort, { slot: StorageView.entry(variables.stack + 1n, BigInt(place)), proves }),
  )
  return { net, nextId, cohorts: await Promise.all(cohorts) }
}

/** Requests that still wait; those before the head were served or cancelled, and leave no shares. */
async function readRequests(
  storage: StorageView,
  { head, tail }: { head: bigint; tail: bigint },
): Promise<BooksFacts['requests']> {
  const each = Array.from({ length: Number(tail - head) }, async (_, at) => {
    const id = head + BigInt(at)
    const slot = StorageView.entry(variables.requests, id)
    const { controller, ...rest } = await storage.struct(poolStructs.Request, { slot, proves: 'liquidity.exits' })
    return { id, controller: addressOf(controller), ...rest }
  })
  return (await Promise.all(each)).filter(({ shares }) => shares > 0n)
}

async function readClaimables(storage: StorageView, events: PoolEvents): Promise<BooksFacts['claimables']> {
  const controllers = events.flatMap((e) => (e.eventName === 'RedeemProcessed' ? [e.args.controller] : []))
  const each = unique(controllers).map(async (controller) => {
    const slot = StorageView.entry(variables.claimables, controller)
    const { assets } = await storage.struct(poolStructs.Claimable, { slot, proves: 'liabilities.owed.exitsSetAside' })
    return { controller, assets }
  })
  return (await Promise.all(each)).filter(({ assets }) => assets > 0n)
}

async function readKept(storage: StorageView, events: PoolEvents): Promise<BooksFacts['kept']> {
  const accounts = events.flatMap((e) => {
    if (e.eventName === 'PayoutKept') return [e.args.account]
    return e.eventName === 'ReferrerFeeKept' ? [e.args.referrer] : []
  })
  const each = unique(accounts).map(async (account) => {
    const slot = StorageView.entry(variables.kept, account)
    return { account, amount: await storage.word(slot, 'liabilities.owed.kept') }
  })
  return (await Promise.all(each)).filter(({ amount }) => amount > 0n)
}

function readBackings(storage: StorageView, events: PoolEvents): Promise<BooksFacts['backings']> {
  const listings = events.flatMap((e) => (e.eventName === 'BackingSet' ? [e.args.listing] : []))
  const proves = 'limits.listings'
  const each = sorted(listings).map(async (listing) => {
    const [backing, adjudicator] = await Promise.all([
      storage.struct(poolStructs.Backing, { slot: StorageView.entry(variables.backings, listing), proves }),
      storage.word(StorageView.entry(variables.adjudicatorOf, listing), proves),
    ])
    const { group, limit, exposure } = backing
    return { ...{ listing, class: Number(backing.class), group, limit, exposure }, adjudicator: addressOf(adjudicator) }
  })
  return Promise.all(each)
}

function readAdjudicators(storage: StorageView, addresses: Address[]): Promise<BooksFacts['adjudicators']> {
  const each = unique(addresses).map(async (adjudicator) => {
    const slot = StorageView.entry(variables.adjudicators, adjudicator)
    const book = await storage.struct(poolStructs.AdjudicatorBook, { slot, proves: 'limits.adjudicators' })
    return { adjudicator, ...book }
  })
  return Promise.all(each)
}

/** Changes announced, neither made nor withdrawn. */
async function readPending(storage: StorageView, events: PoolEvents): Promise<BooksFacts['pending']> {
  const announced = new Map<Hash, Hex>()
  for (const event of events) if (event.eventName === 'Submitted') announced.set(event.args.dataHash, event.args.data)
  const each = [...announced].map(async ([dataHash, data]) => {
    const executableAt = await storage.word(StorageView.entry(variables.executableAt, dataHash), 'limits.pending')
    return { dataHash, data, executableAt }
  })
  return (await Promise.all(each)).filter(({ executableAt }) => executableAt > 0n)
}

function addressOf(word: bigint): Address {
  return getAddress(padHex(numberToHex(word & ((1n << 160n) - 1n)), { size: 20 }))
}

function unique(addresses: Address[]): Address[] {
  return [...new Set(addresses.map((address) => getAddress(address)))].sort()
}

function sorted(keys: bigint[]): bigint[] {
  return [...new Set(keys)].sort((a, b) => (a < b ? -1 : 1))
}
