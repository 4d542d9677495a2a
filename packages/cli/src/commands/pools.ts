import { type CapitalReport, getCapital, getShareMetadata } from '@bulwark/sdk'
import { connect } from '../chain/connect.ts'
import { getBackings } from '../chain/getBackings.ts'
import { findPool, listPools, type Pool } from '../chain/pools.ts'
import { amountOf, say } from '../chain/tokens.ts'
import type { Context, Result } from '../program/types.ts'

/**
 * `bulwark pools`: the pools, or one of them with its capital and what it backs.
 *
 * @example
 * const { data } = await poolsCommand(context)
 */
export async function poolsCommand(context: Context): Promise<Result> {
  const connection = await connect(context)
  const { client, asOf } = connection
  const { blockNumber } = asOf
  const wanted = context.args.pool
  const asset = typeof context.options.asset === 'string' ? context.options.asset : undefined
  const pools = wanted === undefined ? await listPools(connection, asset) : [await findPool(connection, wanted)]
  const described = await Promise.all(
    pools.map(async (pool) => ({
      pool,
      ...(await getShareMetadata(client, { pool: pool.address, blockNumber })),
      capital: await getCapital(client, { pool: pool.address, blockNumber }),
    })),
  )
  const data = described.map(({ pool, name, symbol, capital }) => ({
    ...{ number: pool.number, address: pool.address, name, symbol, asset: pool.asset },
    capital: amountsOf(capital, pool),
  }))
  const [one] = described
  if (wanted === undefined || one === undefined) {
    const rows = described.map(({ pool, name, capital }) => [
      ...[String(pool.number), name, say(capital.low, pool.asset), say(capital.scr, pool.asset)],
      ...[say(free(capital), pool.asset), pool.address],
    ])
    const columns = ['pool', 'name', 'own funds', 'required', 'free', 'address']
    return { data: { asOf, pools: data }, view: [{ columns, rows, empty: 'There is no pool yet.' }] }
  }
  const { pool, name, capital } = one
  const backings = await getBackings(connection, pool)
  return {
    data: {
      ...{ asOf, pool: data[0] },
      backings: backings.map(({ limit, ...backing }) => ({ ...backing, limit: amountOf(limit, pool.asset) })),
    },
    view: [
      {
        fields: [
          ['pool', `${pool.number} ${name}`],
          ['address', pool.address],
          ['asset', `${pool.asset.symbol} ${pool.asset.address}`],
          ...Object.entries(capital)
            .filter(([field]) => field !== 'level')
            .map(([field, units]): [string, string] => [labels[field] ?? field, say(units, pool.asset)]),
        ],
      },
      {
        title: 'Backs',
        columns: ['listing', 'class', 'group', 'limit'],
        rows: backings.map((backing) => [
          ...[String(backing.listing), String(backing.class), String(backing.group), say(backing.limit, pool.asset)],
        ]),
        empty: 'nothing',
      },
    ],
  }
}

const labels: Readonly<Record<string, string>> = {
  unearned: 'unearned premium',
  unvested: 'gains to stream in',
  funded: 'granted reserves',
  openReserve: 'open incidents',
  high: 'own funds, before open incidents',
  low: 'own funds',
  scr: 'required (SCR)',
  priceBacking: 'backing that prices use',
}

/** What can still be sold against, roughly: what backs sales, less what is required. */
function free({ backing, scr }: CapitalReport): bigint {
  return backing > scr ? backing - scr : 0n
}

function amountsOf(capital: CapitalReport, { asset }: Pool): Record<string, unknown> {
  const entries = Object.entries(capital).map(([field, units]) => [
    field,
    // The level of the price curve is a rate, not money.
    field === 'level' ? units : amountOf(units, asset),
  ])
  return Object.fromEntries(entries)
}
