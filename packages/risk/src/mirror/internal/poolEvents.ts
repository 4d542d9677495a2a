import { MirrorDivergedError } from '../errors.ts'
import type { MirrorEventArguments, MirrorEventName } from '../events.ts'
import { riskIdOf } from '../riskIdOf.ts'
import { accrue, writeDown } from './capital.ts'
import { finishClosing, step } from './claims.ts'
import { cancelRequest, claimExit, contribute, deposit, request, serve, setAside } from './exits.ts'
import type { PoolContext } from './PoolContext.ts'
import { bookPayments, keep, payDebt, release } from './payouts.ts'
import { buy, extend, giveUp, increase } from './sales.ts'

/** What an event of a pool does. */
type Handler<name extends MirrorEventName> = (context: PoolContext, args: MirrorEventArguments[name]) => unknown

/** The events of pools, and what they do. */
export const poolEvents: { [name in MirrorEventName]?: Handler<name> } = {
  // -- Curator
  BackingSet: async ({ pool, records }, args) => {
    const key = `${pool.pool}/${args.listing}`
    const backing = await records.ensure('backing', key, { class: 0n, group: 0n, limit: 0n, exposure: 0n })
    backing.class = BigInt(args.class)
    backing.group = BigInt(args.group)
    backing.limit = BigInt(args.limit)
    const { adjudicator } = await records.load('listing', `${args.listing}`)
    await records.ensure('adjudicator', `${pool.pool}/${adjudicator}`, { limit: 0n, exposure: 0n })
  },
  GroupLimitSet: async ({ pool, records }, args) => {
    const group = (BigInt(args.class) << 56n) | BigInt(args.group)
    const book = await records.ensure('group', `${pool.pool}/${group}`, { net: 0n, gross: 0n, limit: 0n })
    book.limit = BigInt(args.limit)
  },
  AdjudicatorLimitSet: async ({ pool, records }, args) => {
    const key = `${pool.pool}/${args.adjudicator.toLowerCase()}`
    const book = await records.ensure('adjudicator', key, { limit: 0n, exposure: 0n })
    book.limit = BigInt(args.limit)
  },
  CuratorFeeSet: ({ pool }, { fee }) => {
    pool.curatorFee = BigInt(fee)
  },
  CuratorSet: ({ pool }, { curator }) => {
    pool.curator = curator.toLowerCase()
  },

  // -- Underwriters
  Deposit: (context, { assets, shares }) => deposit(context, BigInt(assets), BigInt(shares)),
  RedeemRequest: (context, { requestId, controller, shares }) =>
    request(context, {
      requestId: BigInt(requestId),
      controller: controller.toLowerCase(),
      shares: BigInt(shares),
    }),
  RedeemCancelled: (context, { requestId, shares, returned }) =>
    cancelRequest(context, { requestId: BigInt(requestId), shares: BigInt(shares), returned: BigInt(returned) }),
  RedeemProcessed: (context, { requestId, controller, shares, assets, sharesLeft }) =>
    serve(context, {
      requestId: BigInt(requestId),
      controller: controller.toLowerCase(),
      shares: BigInt(shares),
      assets: BigInt(assets),
      sharesLeft: BigInt(sharesLeft),
    }),
  ExitsProcessed: (context, { head, assets }) => setAside(context, BigInt(head), BigInt(assets)),
  Withdraw: (context, { owner, assets, shares }) =>
    claimExit(context, { controller: owner.toLowerCase(), shares: BigInt(shares), assets: BigInt(assets) }),
  Contributed: (context, { assets }) => contribute(context, BigInt(assets)),
  WrittenDown: async (context, { cash, lost }) => writeDown(context, await accrue(context), BigInt(cash), BigInt(lost)),

  // -- Holders
  CoverPlaced: ({ pool, records, now }, { id, account, group, from }) => {
    records.put('cover', `${id}`, {
      pool: pool.pool,
      listing: 0n,
      risk: '',
      account: account.toLowerCase(),
      amount: 0n,
      insured: 0n,
      rate: 0n,
      start: now,
      end: 0n,
      changed: 0n,
      group: BigInt(group),
      from: BigInt(from),
    })
  },
  CoverBought: (context, { id, listing, key, amount, end, premium, fees }) =>
    buy(context, {
      id: BigInt(id),
      listing: BigInt(listing),
      risk: riskIdOf(BigInt(listing), key),
      amount: BigInt(amount),
      end: BigInt(end),
      premium: BigInt(premium),
      fees: BigInt(fees),
    }),
  ReferrerFeeKept: async ({ pool, records }, { referrer, fee }) => {
    const kept = await records.ensure('kept', `${pool.pool}/${referrer.toLowerCase()}`, { amount: 0n })
    kept.amount += BigInt(fee)
  },
  CoverIncreased: (context, { id, amount, premium, fees }) =>
    increase(context, { id: BigInt(id), amount: BigInt(amount), premium: BigInt(premium), fees: BigInt(fees) }),
  CoverExtended: (context, { id, end, premium, fees }) =>
    extend(context, { id: BigInt(id), end: BigInt(end), premium: BigInt(premium), fees: BigInt(fees) }),
  CoverDecreased: (context, { id, amount, refund, fee }) =>
    giveUp(context, { id: BigInt(id), amount: BigInt(amount), refund: BigInt(refund), fee: BigInt(fee) }),
  CoverCancelled: (context, { id, refund, fee }) =>
    giveUp(context, { id: BigInt(id), amount: undefined, refund: BigInt(refund), fee: BigInt(fee) }),

  // -- Claims
  Stepped: (context, { cursor }) => step(context, BigInt(cursor)),
  LevelFinal: async (context, { incident }) => {
    const granted = await context.records.load('grant', `${context.pool.pool}/${incident}`)
    // What a step did, the event of the step has done.
    if (granted.finalAt === 0n) await finishClosing(context, BigInt(incident), granted)
  },
  ReserveReleased: async (context, { incident }) => {
    const granted = await context.records.find('grant', `${context.pool.pool}/${incident}`)
    if (granted) await finishClosing(context, BigInt(incident), granted)
  },
  ClaimsPaid: (context, { incident, claim, settled, paid, payout }) =>
    bookPayments(context, {
      incident: BigInt(incident),
      claim: BigInt(claim),
      settled: BigInt(settled),
      paid: BigInt(paid),
      payout: BigInt(payout),
    }),
  ExposureReleased: (context, { risk, released }) => release(context, risk.toLowerCase(), BigInt(released)),
  PayoutKept: (context, { account, amount }) => keep(context, account.toLowerCase(), BigInt(amount)),
  DebtPaid: ({ pool }, { nominal }) => {
    pool.nominal = BigInt(nominal)
  },
  PayoutCollected: async (context, { account, amount }) => {
    const { pool, records } = context
    const key = `${pool.pool}/${account.toLowerCase()}`
    const kept = await records.load('kept', key)
    const before = pool.cash
    payDebt(context, kept.amount)
    const paid = before - pool.cash
    if (paid !== BigInt(amount)) {
      throw new MirrorDivergedError({ figure: 'collected', expected: BigInt(amount), actual: paid })
    }
    records.remove('kept', key)
    pool.nominal = 0n
  },
  FeesCollected: (context) => {
    const { pool } = context
    // Two in each call: first the treasury's, then the curator's.
    payDebt(context, pool.collecting ? pool.curatorFees : pool.protocolFees)
    if (pool.collecting) pool.curatorFees = 0n
    else pool.protocolFees = 0n
    pool.collecting = !pool.collecting
  },
}
