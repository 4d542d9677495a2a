import { getIncident, getIncidentCount, getPoolByNumber, type Incident, incidentsAbi } from '@bulwark/sdk'
import { type Connection, connect } from '../chain/connect.ts'
import { moment, percent } from '../chain/format.ts'
import { findPool } from '../chain/pools.ts'
import { scanEvents } from '../chain/scanEvents.ts'
import { amountOf, say } from '../chain/tokens.ts'
import { NotFoundError, UsageError } from '../errors.ts'
import { parseCount } from '../parse/parseCount.ts'
import { optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'
import { nameOf } from './listings.ts'

const statuses = ['open', 'granted', 'denied', 'lapsed', 'closed']

/**
 * `bulwark incidents`: what happened and how it was ruled, or one incident with what was paid on it.
 *
 * @example
 * const { data } = await incidentsCommand(context)
 */
export async function incidentsCommand(context: Context): Promise<Result> {
  const wantedStatus = optionOf(context, 'status')
  if (wantedStatus !== undefined && !statuses.includes(wantedStatus)) {
    const advice = `Write one of ${statuses.join(', ')}.`
    throw new UsageError(`No incident is ever ${JSON.stringify(wantedStatus)}.`, { advice })
  }
  const connection = await connect(context)
  const { client, core, asOf } = connection
  const { blockNumber } = asOf
  const at = { incidents: core.incidents, blockNumber }
  const count = await getIncidentCount(client, at)
  const wanted = context.args.incident
  if (wanted !== undefined) {
    const number = parseCount(wanted, { what: 'incident', least: 1n })
    if (number > count) throw new NotFoundError(`There is no incident ${number}.`, { advice: `There are ${count}.` })
    return describeOne(connection, number, await getIncident(client, { ...at, incident: number }))
  }
  const all = await Promise.all(
    Array.from({ length: Number(count) }, async (_, index) => ({
      number: BigInt(index + 1),
      ...(await getIncident(client, { ...at, incident: BigInt(index + 1) })),
    })),
  )
  const shown = all.filter(({ status }) => wantedStatus === undefined || status === wantedStatus)
  const rows = shown.map(({ number, listing, status, lossTime, ratio, share, deadline }) => [
    ...[String(number), String(listing), status, moment(lossTime), percent(ratio)],
    ...[status === 'granted' || status === 'closed' ? percent(share) : '–', status === 'open' ? moment(deadline) : '–'],
  ])
  const columns = ['incident', 'listing', 'status', 'loss', 'ratio', 'pays', 'rules by']
  return { data: { asOf, incidents: shown }, view: [{ columns, rows, empty: 'Nothing happened yet.' }] }
}

async function describeOne(connection: Connection, number: bigint, incident: Incident): Promise<Result> {
  const settled = await scanEvents(connection, {
    ...{ abi: incidentsAbi, address: connection.core.incidents, eventName: 'CoverSettled', args: { incident: number } },
  })
  const payments = await Promise.all(
    settled.map(async ({ args }) => {
      const { id, to, claim, payout } = args as { id: bigint; to: string; claim: bigint; payout: bigint }
      const { covers } = connection.core
      const pool = await findPool(connection, await getPoolByNumber(connection.client, { covers, number: id >> 40n }))
      return { id, to, claim, payout, asset: pool.asset }
    }),
  )
  const { asserter, bond, status, listing, lossTime, openedAt, ratio, share, ruledAt, deadline } = incident
  return {
    data: {
      ...{ asOf: connection.asOf, number, incident },
      payments: payments.map(({ id, to, claim, payout, asset }) => ({
        ...{ cover: id, to, claim: amountOf(claim, asset), paid: amountOf(payout, asset) },
      })),
    },
    view: [
      {
        fields: [
          ['incident', String(number)],
          ['listing', String(listing)],
          ['status', status],
          ['opened', `${moment(openedAt)} by ${nameOf(connection, asserter)}`],
          ['loss', moment(lossTime)],
          ['ratio', percent(ratio)],
          ['pays of each sum insured', percent(share)],
          ['ruled', moment(ruledAt)],
          ['lapses', status === 'open' ? moment(deadline) : '–'],
          ['bond held', String(bond)],
        ],
      },
      {
        title: 'Paid',
        columns: ['cover', 'to', 'claim', 'paid'],
        rows: payments.map(({ id, to, claim, payout, asset }) => [
          String(id),
          to,
          say(claim, asset),
          say(payout, asset),
        ]),
        empty: 'nothing yet',
      },
    ],
  }
}
