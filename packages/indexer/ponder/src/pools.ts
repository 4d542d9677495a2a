import { poolAbi } from '@bulwark/sdk/abis'
import { type Address, decodeFunctionData, encodeFunctionData, type Hex, keccak256, zeroAddress } from 'viem'
import { add } from '../lib/add.ts'
import { register } from '../lib/register.ts'
import { changed, sold } from '../lib/sold.ts'
import type { Database, Indexed } from '../lib/types.ts'
import {
  adjudicatorLimits,
  backings,
  credits,
  curatorChanges,
  exitRequests,
  groups,
  operators,
  poolIncidents,
  pools,
  shareBalances,
} from '../ponder.schema.ts'

register('pool', poolAbi, {
  AdjudicatorLimitSet: async (event) => {
    const { args, address: pool, chainId, db, place } = event
    const { adjudicator, limit } = args
    await db
      .insert(adjudicatorLimits)
      .values({ chainId, pool, adjudicator, limit, ...place })
      .onConflictDoUpdate({ limit, ...place })
    await executed(event, { functionName: 'setAdjudicatorLimit', args: [adjudicator, limit] })
    return { pool, account: adjudicator }
  },
  Approval: ({ args, address: pool }) => ({
    pool,
    account: args.owner,
    counterparty: args.spender,
    shares: args.amount,
  }),
  BackingSet: async (event) => {
    const { args, address: pool, chainId, db, place } = event
    const { listing, limit } = args
    const row = { class: args.class, group: BigInt(args.group), limit, ...place }
    await db
      .insert(backings)
      .values({ chainId, pool, listing, ...row })
      .onConflictDoUpdate(row)
    await executed(event, { functionName: 'setBacking', args: [Number(listing), args.class, args.group, limit] })
    return { pool, listing }
  },
  ClaimsPaid: ({ args, address: pool }) => ({ pool, incident: args.incident, amount: args.payout }),
  Contributed: ({ args, address: pool }) => ({ pool, account: args.payer, amount: args.assets }),
  CoverBought: async (event) => {
    const { id, listing, owner, amount, premium, fees } = event.args
    await sold(event, { cover: id, kind: 'bought', account: owner, amount, premium, fees, end: event.args.end })
    return { pool: event.address, account: owner, cover: id, listing, amount: premium, fees }
  },
  CoverCancelled: async (event) => {
    const { id, refund, fee } = event.args
    const { listing, owner } = await changed(event, { cover: id, kind: 'cancelled', amount: null, refund, fee })
    return { pool: event.address, account: owner, cover: id, listing, amount: refund, fees: fee }
  },
  CoverDecreased: async (event) => {
    const { id, amount, refund, fee } = event.args
    const { listing, owner } = await changed(event, { cover: id, kind: 'decreased', amount, refund, fee })
    return { pool: event.address, account: owner, cover: id, listing, amount: refund, fees: fee }
  },
  CoverExtended: async (event) => {
    const { id, end, premium, fees } = event.args
    const { listing, owner } = await sold(event, { cover: id, kind: 'extended', amount: null, premium, fees, end })
    return { pool: event.address, account: owner, cover: id, listing, amount: premium, fees }
  },
  CoverIncreased: async (event) => {
    const { id, amount, since, premium, fees } = event.args
    const { listing, owner } = await sold(event, { cover: id, kind: 'increased', amount, premium, fees, since })
    return { pool: event.address, account: owner, cover: id, listing, amount: premium, fees }
  },
  CoverPlaced: ({ args, address: pool }) => ({ pool, cover: args.id, counterparty: args.account }),
  CuratorFeeSet: async (event) => {
    await change(event, { curatorFee: event.args.fee })
    await executed(event, { functionName: 'setCuratorFee', args: [Number(event.args.fee)] })
    return { pool: event.address, fees: event.args.fee }
  },
  CuratorSet: async (event) => {
    await change(event, { curator: event.args.curator })
    await executed(event, { functionName: 'setCurator', args: [event.args.curator] })
    return { pool: event.address, account: event.args.curator }
  },
  DebtPaid: ({ args, address: pool }) => ({ pool, amount: args.amount }),
  Deposit: ({ args, address: pool }) => {
    const { owner, sender, assets, shares } = args
    return { pool, account: owner, counterparty: sender, amount: assets, shares }
  },
  ExitsProcessed: ({ args, address: pool }) => ({ pool, amount: args.assets }),
  ExposureReleased: ({ address: pool }) => ({ pool }),
  FeesCollected: ({ args, address: pool }) => ({ pool, account: args.to, amount: args.amount }),
  GroupLimitSet: async (event) => {
    const { args, address: pool, chainId, db, place } = event
    const { limit } = args
    await db
      .insert(groups)
      .values({ chainId, pool, class: args.class, group: BigInt(args.group), limit, ...place })
      .onConflictDoUpdate({ limit, ...place })
    await executed(event, { functionName: 'setGroupLimit', args: [args.class, args.group, limit] })
    return { pool }
  },
  LevelFinal: async ({ args, address: pool, chainId, db }) => {
    const { incident, level, until } = args
    await db.update(poolIncidents, { chainId, pool, incident }).set({ finalLevel: level, finalUntil: until })
    return { pool, incident }
  },
  OperatorSet: async ({ args, address: pool, chainId, db }) => {
    const { controller, operator, approved } = args
    await db
      .insert(operators)
      .values({ chainId, pool, controller, operator, approved })
      .onConflictDoUpdate({ approved })
    return { pool, account: controller, counterparty: operator }
  },
  PayoutCollected: async (event) => {
    const { account, amount } = event.args
    const { address: pool, chainId, db } = event
    // What is collected is everything; after a write-down it may be less than what was kept.
    const key = { chainId, contract: pool, token: await assetOf(db, chainId, pool), account }
    await db.update(credits, key).set({ amount: 0n })
    return { pool, account, amount }
  },
  PayoutKept: async (event) => {
    const { account, amount } = event.args
    await keep(event, account, amount)
    return { pool: event.address, account, amount }
  },
  RedeemCancelled: async ({ args, address: pool, chainId, db }) => {
    const { requestId: request, controller, shares, returned } = args
    await db.update(exitRequests, { chainId, pool, request }).set({ sharesLeft: 0n, status: 'cancelled' })
    return { pool, account: controller, request, shares: returned, amount: shares - returned }
  },
  RedeemProcessed: async ({ args, address: pool, chainId, db }) => {
    const { requestId: request, controller, shares, assets, sharesLeft } = args
    await db.update(exitRequests, { chainId, pool, request }).set((row) => ({
      sharesLeft,
      assets: row.assets + assets,
      status: sharesLeft === 0n ? 'processed' : 'waiting',
    }))
    return { pool, account: controller, request, amount: assets, shares }
  },
  RedeemRequest: async ({ args, address: pool, chainId, db, origin, timestamp }) => {
    const { controller, owner, requestId: request, shares } = args
    const row = await db.find(pools, { chainId, address: pool })
    await db.insert(exitRequests).values({
      ...{ chainId, pool, request, controller, owner, shares, sharesLeft: shares, assets: 0n, status: 'waiting' },
      ...{ requestedAt: timestamp, readyAt: timestamp + (row?.cooldown ?? 0n), ...origin },
    })
    return { pool, account: controller, counterparty: owner, request, shares }
  },
  ReferrerFeeKept: async (event) => {
    const { id, referrer, fee } = event.args
    await keep(event, referrer, fee)
    return { pool: event.address, account: referrer, cover: id, amount: fee }
  },
  ReserveGranted: async ({ args, address: pool, chainId, db, origin }) => {
    const { incident, risk, reserve, level } = args
    await db.insert(poolIncidents).values({
      ...{ chainId, pool, incident, risk, reserve, level, claimed: 0n, paid: 0n, released: 0n, ...origin },
    })
    return { pool, incident, amount: reserve }
  },
  ReserveReleased: async ({ args, address: pool, chainId, db }) => {
    const { incident, amount } = args
    await db.update(poolIncidents, { chainId, pool, incident }).set((row) => ({ released: row.released + amount }))
    return { pool, incident, amount }
  },
  Revoked: async ({ args, address: pool, chainId, db, place }) => {
    await db.update(curatorChanges, { chainId, pool, dataHash: args.dataHash }).set({ status: 'revoked', ...place })
    return { pool }
  },
  Ruined: async (event) => {
    await change(event, { ruined: true })
    return { pool: event.address }
  },
  Stepped: ({ address: pool }) => ({ pool }),
  Submitted: async ({ args, address: pool, chainId, db, place }) => {
    const { dataHash, data, executableAt } = args
    const row = { data, call: nameOf(data), executableAt, status: 'pending' as const, ...place }
    await db
      .insert(curatorChanges)
      .values({ chainId, pool, dataHash, ...row })
      .onConflictDoUpdate(row)
    return { pool }
  },
  Transfer: async ({ args, address: pool, chainId, db }) => {
    const { from, to, amount: shares } = args
    const key = (account: Address) => ({ chainId, pool, account })
    if (from !== zeroAddress) await add(db, shareBalances, key(from), { column: 'shares', amount: -shares })
    if (to !== zeroAddress) await add(db, shareBalances, key(to), { column: 'shares', amount: shares })
    return { pool, account: to, counterparty: from, shares }
  },
  Withdraw: ({ args, address: pool }) => {
    const { sender, owner, assets, shares } = args
    return { pool, account: owner, counterparty: sender, amount: assets, shares }
  },
  WrittenDown: ({ args, address: pool }) => ({ pool, amount: args.lost }),
})

/** While it is created a pool speaks before the factory names it: what is said then comes with its parameters. */
async function change(event: Indexed<unknown>, columns: Partial<typeof pools.$inferSelect>): Promise<void> {
  const key = { chainId: event.chainId, address: event.address }
  if (await event.db.find(pools, key)) await event.db.update(pools, key).set(columns)
}

async function assetOf(db: Database, chainId: number, pool: Address): Promise<Address> {
  const row = await db.find(pools, { chainId, address: pool })
  return row?.asset ?? zeroAddress
}

async function keep(event: Indexed<unknown>, account: Address, amount: bigint): Promise<void> {
  const { address: contract, chainId, db } = event
  const token = await assetOf(db, chainId, contract)
  await add(db, credits, { chainId, contract, token, account }, { column: 'amount', amount })
}

/** A change that was announced has been made. */
async function executed(
  event: Indexed<unknown>,
  call: { functionName: string; args: readonly unknown[] },
): Promise<void> {
  const { address: pool, chainId, db, place } = event
  const dataHash = keccak256(encodeFunctionData({ abi: poolAbi, ...call } as Parameters<typeof encodeFunctionData>[0]))
  const row = await db.find(curatorChanges, { chainId, pool, dataHash })
  if (row?.status === 'pending') {
    await db.update(curatorChanges, { chainId, pool, dataHash }).set({ status: 'executed', ...place })
  }
}

function nameOf(data: Hex): string {
  try {
    return decodeFunctionData({ abi: poolAbi, data }).functionName
  } catch {
    return 'unknown'
  }
}
