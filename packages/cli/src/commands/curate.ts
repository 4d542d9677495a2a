import {
  getGrain,
  type PreparedCall,
  poolAbi,
  prepareCollectFees,
  prepareRevoke,
  prepareSetAdjudicatorLimit,
  prepareSetBacking,
  prepareSetCurator,
  prepareSetCuratorFee,
  prepareSetGroupLimit,
  prepareStop,
  prepareSubmit,
} from '@bulwark/sdk'
import { decodeFunctionData, type Hex, keccak256, parseEventLogs } from 'viem'
import { chooseSender } from '../chain/chooseSender.ts'
import { type Connection, connect } from '../chain/connect.ts'
import { moment } from '../chain/format.ts'
import { getBackings } from '../chain/getBackings.ts'
import { findPool, type Pool } from '../chain/pools.ts'
import { scanEvents } from '../chain/scanEvents.ts'
import { simulateStep } from '../chain/simulateSteps.ts'
import { amountOf, say } from '../chain/tokens.ts'
import { outcomeData, outcomeSection, transact } from '../chain/transact.ts'
import { NotFoundError, UsageError } from '../errors.ts'
import { parseAddress } from '../parse/parseAddress.ts'
import { parseAmount } from '../parse/parseAmount.ts'
import { parseCount } from '../parse/parseCount.ts'
import { parseHex } from '../parse/parseHex.ts'
import { parsePercent } from '../parse/parsePercent.ts'
import { argumentOf, neededOption, optionOf } from '../program/inputs.ts'
import type { Context, Fields, Result } from '../program/types.ts'

/** A change of a pool: the call, and what to say of it. */
type Change = { readonly label: string; readonly facts: Fields; readonly call: PreparedCall }

/** Makes a change at once where that is allowed, or announces it: what raises a risk has to be announced. */
async function change(
  context: Context,
  plan: (connection: Connection, pool: Pool) => Promise<Change>,
): Promise<Result> {
  const connection = await connect(context)
  const pool = await findPool(connection, argumentOf(context, 'pool'))
  const sender = await chooseSender(context)
  const { label, facts, call } = await plan(connection, pool)
  const direct = { label, contract: `pool ${pool.number}`, call }
  const waits = await simulateStep(connection, sender.address, direct).then(
    () => false,
    (error: Error) => {
      if (error.name === 'NotExecutableError') return true
      throw error
    },
  )
  const announced = waits ? (await pendingOf(connection, pool)).find(({ data }) => data === call.data) : undefined
  if (announced !== undefined) {
    const advice = 'Run the same command then.'
    throw new UsageError(`It is announced, and can be made from ${moment(announced.executableAt)} on.`, { advice })
  }
  const announce = {
    label: `announce: ${label}`,
    contract: `pool ${pool.number}`,
    call: prepareSubmit({ pool: pool.address, data: call.data }),
  }
  const outcome = await transact(context, connection, sender, {
    title: waits ? 'Announce a change' : 'Change a pool',
    facts: [
      ['pool', `${pool.number} (${pool.address})`],
      ...facts,
      ...(waits ? [['then', 'run it again when the delay is over: underwriters may leave before'] as const] : []),
    ],
    worst: waits ? 'underwriters who disagree leave' : 'the pool sells more, or less, than you meant',
    steps: [waits ? announce : direct],
  })
  const logs = outcome.receipts.flatMap((receipt) => receipt.logs)
  const [submitted] = parseEventLogs({ abi: poolAbi, logs, eventName: 'Submitted' })
  const executableAt = submitted?.args.executableAt
  return {
    data: {
      ...{ asOf: connection.asOf, pool: { number: pool.number, address: pool.address } },
      ...{ did: waits ? 'announced' : 'changed', executableAt: executableAt ?? null, data: call.data },
      ...outcomeData(outcome),
    },
    view: [
      { fields: executableAt === undefined ? [] : [['can be made from', moment(executableAt)]] },
      outcomeSection(outcome),
    ],
  }
}

/** The curator's limits are kept in grains. */
function limitOf(context: Context, { asset }: Pool): { limit: bigint; text: string } {
  const { symbol, decimals } = asset
  const text = neededOption(context, 'limit', '--limit 100000')
  const units = parseAmount(text, { what: 'limit', decimals, symbol, zero: true })
  const grain = getGrain(decimals)
  if (units % grain !== 0n) throw new UsageError(`The limit must be a multiple of ${say(grain, asset)}.`)
  if (units / grain >= 2n ** 64n) throw new UsageError('The limit is more than a pool can hold.')
  return { limit: units / grain, text: say(units, asset) }
}

const classOf = (context: Context) =>
  Number(parseCount(neededOption(context, 'class', '--class 0'), { what: 'class', most: 15n }))
const groupOf = (context: Context) =>
  parseCount(neededOption(context, 'group', '--group 1'), { what: 'group', most: 2n ** 48n - 1n })

/**
 * `bulwark curate limit`: what a pool may insure under a listing.
 *
 * @example
 * const { data } = await limitCommand(context)
 */
export async function limitCommand(context: Context): Promise<Result> {
  const listing = parseCount(argumentOf(context, 'listing'), { what: 'listing', least: 1n, most: 2n ** 32n - 1n })
  return change(context, async (connection, pool) => {
    const { limit, text } = limitOf(context, pool)
    const backing = (await getBackings(connection, pool)).find((known) => known.listing === listing)
    const isNamed = optionOf(context, 'class') !== undefined || backing === undefined
    const place = isNamed
      ? { class: classOf(context), group: groupOf(context) }
      : { class: backing.class, group: backing.group }
    const call = prepareSetBacking({ pool: pool.address, listing, ...place, limit })
    return {
      label: `set the limit of listing ${listing} to ${text}`,
      facts: [
        ['listing', String(listing)],
        ['class and group', `${place.class}, ${place.group}`],
        ['limit', text],
      ],
      call,
    }
  })
}

/**
 * `bulwark curate group`: what a pool may insure against everything that one event can hit together.
 *
 * @example
 * const { data } = await groupCommand(context)
 */
export async function groupCommand(context: Context): Promise<Result> {
  return change(context, async (_, pool) => {
    const { limit, text } = limitOf(context, pool)
    const place = { class: classOf(context), group: groupOf(context) }
    return {
      label: `set the limit of group ${place.group} to ${text}`,
      facts: [
        ['class and group', `${place.class}, ${place.group}`],
        ['limit', text],
      ],
      call: prepareSetGroupLimit({ pool: pool.address, ...place, limit }),
    }
  })
}

/**
 * `bulwark curate adjudicator`: what a pool may insure under one adjudicator.
 *
 * @example
 * const { data } = await adjudicatorCommand(context)
 */
export async function adjudicatorCommand(context: Context): Promise<Result> {
  return change(context, async ({ addresses }, pool) => {
    const { limit, text } = limitOf(context, pool)
    const name = argumentOf(context, 'adjudicator')
    const adjudicator = addresses[name as keyof typeof addresses] ?? parseAddress(name, 'adjudicator')
    return {
      label: `set the limit of ${name} to ${text}`,
      facts: [
        ['adjudicator', adjudicator],
        ['limit', text],
      ],
      call: prepareSetAdjudicatorLimit({ pool: pool.address, adjudicator, limit }),
    }
  })
}

/**
 * `bulwark curate stop`: sells nothing more under a listing, at once.
 *
 * @example
 * const { data } = await stopCommand(context)
 */
export async function stopCommand(context: Context): Promise<Result> {
  const listing = parseCount(argumentOf(context, 'listing'), { what: 'listing', least: 1n, most: 2n ** 32n - 1n })
  return change(context, async (_, pool) => ({
    label: `stop listing ${listing}`,
    facts: [['listing', String(listing)]],
    call: prepareStop({ pool: pool.address, listing }),
  }))
}

/**
 * `bulwark curate fee`: the curator's share of each net premium.
 *
 * @example
 * const { data } = await feeCommand(context)
 */
export async function feeCommand(context: Context): Promise<Result> {
  const fee = parsePercent(argumentOf(context, 'fee'), { what: 'fee', decimals: 4 })
  return change(context, async (_, pool) => ({
    label: `set the fee to ${argumentOf(context, 'fee')}`,
    facts: [['fee', `${argumentOf(context, 'fee')} of each net premium`]],
    call: prepareSetCuratorFee({ pool: pool.address, fee: Number(fee) }),
  }))
}

/**
 * `bulwark curate handover`: another curator.
 *
 * @example
 * const { data } = await handoverCommand(context)
 */
export async function handoverCommand(context: Context): Promise<Result> {
  const curator = parseAddress(argumentOf(context, 'curator'), 'curator')
  return change(context, async (_, pool) => ({
    label: `hand the pool over to ${curator}`,
    facts: [['new curator', curator]],
    call: prepareSetCurator({ pool: pool.address, curator }),
  }))
}

/**
 * `bulwark curate collect`: pays out the fees of curator and treasury.
 *
 * @example
 * const { data } = await collectFeesCommand(context)
 */
export async function collectFeesCommand(context: Context): Promise<Result> {
  return change(context, async (_, pool) => ({
    label: 'collect the fees',
    facts: [],
    call: prepareCollectFees({ pool: pool.address }),
  }))
}

/**
 * `bulwark curate revoke`: withdraws a change that was announced.
 *
 * @example
 * const { data } = await revokeCommand(context)
 */
export async function revokeCommand(context: Context): Promise<Result> {
  const hash = parseHex(argumentOf(context, 'change'), { what: 'hash of the change', bytes: 32 })
  return change(context, async (connection, pool) => {
    const found = (await pendingOf(connection, pool)).find((pending) => pending.hash === hash)
    if (found === undefined) {
      throw new NotFoundError(`No change ${hash} waits.`, { advice: '`bulwark curate pending` lists those that do.' })
    }
    return {
      label: 'revoke a change',
      facts: [['change', found.what]],
      call: prepareRevoke({ pool: pool.address, data: found.data }),
    }
  })
}

type Pending = { readonly hash: Hex; readonly data: Hex; readonly executableAt: bigint; readonly what: string }

/**
 * `bulwark curate pending`: what was announced, and from when on it can be made.
 *
 * @example
 * const { data } = await pendingCommand(context)
 */
export async function pendingCommand(context: Context): Promise<Result> {
  const connection = await connect(context)
  const pool = await findPool(connection, argumentOf(context, 'pool'))
  const [pending, backings] = await Promise.all([pendingOf(connection, pool), getBackings(connection, pool)])
  const rows = pending.map(({ hash, executableAt, what }) => [what, moment(executableAt), hash])
  return {
    data: {
      ...{ asOf: connection.asOf, pool: { number: pool.number, address: pool.address }, pending },
      backings: backings.map(({ limit, ...backing }) => ({ ...backing, limit: amountOf(limit, pool.asset) })),
    },
    view: [{ columns: ['change', 'from', 'hash'], rows, empty: 'Nothing is announced.' }],
  }
}

/** Changes that were announced, and neither made nor withdrawn since. */
async function pendingOf(connection: Connection, pool: Pool): Promise<readonly Pending[]> {
  const at = { abi: poolAbi, address: pool.address }
  const [submitted, revoked] = await Promise.all([
    scanEvents(connection, { ...at, eventName: 'Submitted' }),
    scanEvents(connection, { ...at, eventName: 'Revoked' }),
  ])
  const last = new Map<Hex, Pending & { block: bigint }>()
  for (const { args, blockNumber } of submitted) {
    const { data, executableAt } = args as { data: Hex; executableAt: bigint }
    last.set(keccak256(data), { hash: keccak256(data), data, executableAt, what: describe(data), block: blockNumber })
  }
  for (const { args, blockNumber } of revoked) {
    const hash = args.dataHash as Hex
    if ((last.get(hash)?.block ?? 0n) <= blockNumber) last.delete(hash)
  }
  const waiting = await Promise.all(
    [...last.values()].map(async ({ block, ...pending }) => {
      // Once made, it can no longer be withdrawn: asked of the pool itself, as its curator.
      const { curator } = await curatorOf(connection, pool)
      const step = {
        label: 'revoke',
        contract: 'pool',
        call: prepareRevoke({ pool: pool.address, data: pending.data }),
      }
      return simulateStep(connection, curator, step).then(
        () => pending,
        () => undefined,
      )
    }),
  )
  return waiting.filter((pending) => pending !== undefined)
}

async function curatorOf(connection: Connection, pool: Pool) {
  const events = await scanEvents(connection, { abi: poolAbi, address: pool.address, eventName: 'CuratorSet' })
  return { curator: events.at(-1)?.args.curator as Hex }
}

function describe(data: Hex): string {
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi: poolAbi, data })
    return `${functionName}(${args.join(', ')})`
  } catch {
    return data.slice(0, 10)
  }
}
