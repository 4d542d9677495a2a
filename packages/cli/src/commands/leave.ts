import {
  convertToAssets,
  convertToShares,
  getShareBalance,
  type PreparedCall,
  prepareCancelRedeemRequest,
  prepareProcessOwnRedeem,
  prepareProcessRedeem,
  prepareRedeem,
  prepareRequestRedeem,
  simulateCancelRedeemRequest,
  simulateProcessOwnRedeem,
  simulateProcessRedeem,
} from '@bulwark/sdk'
import type { Address } from 'viem'
import { chooseSender, type Sender } from '../chain/chooseSender.ts'
import { type Connection, connect } from '../chain/connect.ts'
import { moment } from '../chain/format.ts'
import { type Exits, getExits } from '../chain/getExits.ts'
import { findPool, type Pool } from '../chain/pools.ts'
import { amountOf, say } from '../chain/tokens.ts'
import { outcomeData, outcomeSection, type Plan, transact } from '../chain/transact.ts'
import { InsufficientBalanceError, NotFoundError, UsageError } from '../errors.ts'
import { parseAmount } from '../parse/parseAmount.ts'
import { parseCount } from '../parse/parseCount.ts'
import { argumentOf, optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

const share = { symbol: 'shares', decimals: 18 }

/**
 * `bulwark leave`: asks to take capital out, shows where that stands, takes it back, or collects it.
 *
 * @example
 * const { data } = await leaveCommand(context)
 */
export async function leaveCommand(context: Context): Promise<Result> {
  const { claim, status, process } = context.options
  const cancel = optionOf(context, 'cancel')
  const own = optionOf(context, 'processOwn')
  const amount = context.args.amount
  const wishes = [amount, cancel, process, own, claim, status].filter((wish) => wish !== undefined)
  if (wishes.length !== 1) {
    const advice = 'As in `bulwark leave 1 MAX`, or one of --status, --process, --claim, --cancel REQUEST.'
    throw new UsageError('Give an amount, or what to do with an exit that was asked for.', { advice })
  }
  const connection = await connect(context)
  const pool = await findPool(connection, argumentOf(context, 'pool'))
  const sender = await chooseSender(context)
  const exits = await getExits(connection, pool, sender.address)
  if (status === true) return answer(connection, pool, exits, undefined)
  const plan = await planOf()
  const outcome = await transact(context, connection, sender, plan)
  const after = outcome.dryRun ? exits : await getExits(connection, pool, sender.address)
  return answer(connection, pool, after, outcome)

  async function planOf(): Promise<Plan> {
    if (claim === true) return planClaim(pool, exits, sender)
    if (cancel !== undefined) return planCancel(connection, pool, idOf(cancel), sender)
    if (own !== undefined) return planProcessOwn(connection, pool, idOf(own), sender)
    if (process === true) return planProcess(connection, pool, sender)
    return planRequest(connection, pool, amount ?? '', sender.address)
  }

  function idOf(text: string): bigint {
    const id = parseCount(text, { what: 'request' })
    if (exits.requests.some(({ requestId }) => requestId === id)) return id
    throw new NotFoundError(`You have no exit ${id} waiting in pool ${pool.number}.`, {
      advice: '`bulwark leave POOL --status` lists yours.',
    })
  }
}

const step = (pool: Pool, label: string, call: PreparedCall) => [{ label, contract: `pool ${pool.number}`, call }]

async function planRequest(connection: Connection, pool: Pool, text: string, owner: Address): Promise<Plan> {
  const { client } = connection
  const at = { pool: pool.address }
  const balance = await getShareBalance(client, { ...at, owner })
  if (balance === 0n) throw new InsufficientBalanceError(`${owner} has no share of pool ${pool.number}.`)
  const { symbol, decimals } = pool.asset
  const all = text.toUpperCase() === 'MAX'
  const shares = all
    ? balance
    : await convertToShares(client, { ...at, assets: parseAmount(text, { what: 'amount', decimals, symbol }) })
  if (shares > balance) {
    const have = await convertToAssets(client, { ...at, shares: balance })
    throw new InsufficientBalanceError(`Your shares are worth ${say(have, pool.asset)}.`, {
      advice: 'Write MAX for all.',
    })
  }
  const assets = await convertToAssets(client, { ...at, shares })
  return {
    title: 'Ask to leave',
    facts: [
      ['pool', `${pool.number} (${pool.address})`],
      ['shares', say(shares, share)],
      ['worth now', say(assets, pool.asset)],
      ['paid', 'at the value when it is processed, after the cooldown and in order'],
    ],
    worst: 'claims take the value of the shares before the exit is processed',
    steps: step(pool, `ask for ${say(shares, share)}`, prepareRequestRedeem({ ...at, shares, owner })),
  }
}

function planClaim(pool: Pool, { claimable }: Exits, { address }: Sender): Plan {
  if (claimable.shares === 0n) {
    throw new NotFoundError('Nothing is ready to be collected.', { advice: '`--status` says from when on it may be.' })
  }
  const { shares, assets } = claimable
  return {
    title: 'Collect an exit',
    facts: [
      ['pool', `${pool.number} (${pool.address})`],
      ['collects', say(assets, pool.asset)],
    ],
    worst: 'the asset refuses the transfer, and it stays where it is',
    steps: step(pool, 'collect', prepareRedeem({ pool: pool.address, shares, controller: address })),
  }
}

async function planCancel(connection: Connection, pool: Pool, requestId: bigint, sender: Sender): Promise<Plan> {
  const at = { pool: pool.address, requestId, receiver: sender.address }
  const account = sender.address
  const { result } = await simulateCancelRedeemRequest(connection.client, { ...at, minShares: 0n, account })
  const minShares = result - result / 100n
  return {
    title: 'Stay',
    facts: [
      ['request', String(requestId)],
      ['shares back', say(result, share)],
      ['at least', say(minShares, share)],
    ],
    worst: `you get ${say(minShares, share)} back`,
    steps: step(pool, `take exit ${requestId} back`, prepareCancelRedeemRequest({ ...at, minShares })),
  }
}

async function planProcessOwn(connection: Connection, pool: Pool, requestId: bigint, sender: Sender): Promise<Plan> {
  const at = { pool: pool.address, requestId }
  const account = sender.address
  const { result } = await simulateProcessOwnRedeem(connection.client, { ...at, minAssets: 0n, account })
  const minAssets = result - result / 100n
  return {
    title: 'Process an exit',
    facts: [
      ['request', String(requestId)],
      ['sets aside', say(result, pool.asset)],
      ['at least', say(minAssets, pool.asset)],
    ],
    worst: `you are left with ${say(minAssets, pool.asset)}`,
    steps: step(pool, `process exit ${requestId}`, prepareProcessOwnRedeem({ ...at, minAssets })),
  }
}

/** The most exits that one transaction serves. */
const batch = 32n

async function planProcess(connection: Connection, pool: Pool, { address }: Sender): Promise<Plan> {
  const at = { pool: pool.address, max: batch }
  const { result } = await simulateProcessRedeem(connection.client, { ...at, account: address })
  return {
    title: 'Process exits',
    facts: [
      ['pool', `${pool.number} (${pool.address})`],
      ['sets aside', `${say(result, pool.asset)}, for whoever is first in the queue`],
    ],
    worst: 'somebody processes them first, and only gas is spent',
    steps: step(pool, 'process exits', prepareProcessRedeem(at)),
  }
}

function answer(
  connection: Connection,
  pool: Pool,
  { requests, claimable }: Exits,
  outcome: Awaited<ReturnType<typeof transact>> | undefined,
): Result {
  const rows = requests.map(({ requestId, shares, assets, due }) => [
    ...[String(requestId), say(shares, share), say(assets, pool.asset), moment(due)],
  ])
  return {
    data: {
      ...{ asOf: connection.asOf, pool: { number: pool.number, address: pool.address } },
      requests: requests.map(({ requestId, shares, assets, due }) => ({
        ...{ requestId, shares: amountOf(shares, share), assets: amountOf(assets, pool.asset), due },
      })),
      claimable: { shares: amountOf(claimable.shares, share), assets: amountOf(claimable.assets, pool.asset) },
      ...(outcome && outcomeData(outcome)),
    },
    view: [
      { columns: ['request', 'shares', 'worth now', 'due'], rows, empty: 'No exit waits.' },
      { fields: [['ready to collect', say(claimable.assets, pool.asset)]] },
      ...(outcome === undefined ? [] : [outcomeSection(outcome)]),
    ],
  }
}
