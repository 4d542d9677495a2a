import type { ServedDeployment } from '../database/takeSnapshot.ts'
import { toRow } from '../database/toRow.ts'
import { toAddress } from '../schemas/values/toAddress.ts'
import { toAmount } from '../schemas/values/toAmount.ts'
import { type Moment, toMoment } from '../schemas/values/toMoment.ts'

/** Something that happened, as it is told to those who listen. */
export type ChainEvent = {
  /** The same for the same thing on the same chain: what a listener may drop if it came twice. */
  readonly id: string
  readonly type: 'incident' | 'ruling' | 'settlement'
  readonly chainId: number
  readonly blockNumber: string
  readonly blockHash: string | null
  readonly timestamp: Moment
  readonly data: Readonly<Record<string, unknown>>
}

/** The parameters of {@link readEvents}. */
export type ReadEventsParameters = {
  query: (text: string, values: readonly unknown[]) => Promise<{ rows: Record<string, unknown>[] }>
  deployment: ServedDeployment
  /** The last block that is known already, and the last one that is asked for. */
  after: bigint
  until: bigint
  /** At most; one more is read, so that a caller can tell. */
  limit: number
}

type RulingRow = {
  blockNumber: string
  logIndex: number
  timestamp: string
  transactionHash: string
  hash: string | null
  incident: string
  listing: string
  kind: string
  adjudicator: string | null
  ratio: string | null
  share: string | null
  deadline: string | null
}
type SettlementRow = {
  blockNumber: string
  logIndex: number
  timestamp: string
  transactionHash: string
  hash: string | null
  incident: string
  pool: string
  covers: string
  payout: string
  assetDecimals: number
}

/**
 * What happened to incidents in a span of blocks, in order. Payments are told together: one event for each transaction,
 * incident and pool, however many covers it settled.
 *
 * @example
 * const events = await readEvents({ query, deployment, after: 100n, until: 110n, limit: 500 })
 */
export async function readEvents(parameters: ReadEventsParameters): Promise<ChainEvent[]> {
  const { query, deployment, after, until, limit } = parameters
  const { chainId } = deployment
  const name = `"${deployment.schema.replace(/"/g, '""')}"`
  const values = [chainId, after.toString(), until.toString(), limit + 1]
  const span = 'e.chain_id = $1 AND e.block_number > $2 AND e.block_number <= $3'
  const block = `LEFT JOIN ${name}.blocks b ON b.chain_id = e.chain_id AND b.number = e.block_number`
  const rulings = await query(
    `SELECT e.*, i.listing, b.hash FROM ${name}.rulings e ${block}
     JOIN ${name}.incidents i ON i.chain_id = e.chain_id AND i.incident = e.incident
     WHERE ${span} ORDER BY e.block_number, e.log_index LIMIT $4`,
    values,
  )
  const settlements = await query(
    `SELECT e.block_number, e.timestamp, e.transaction_hash, e.incident, e.pool, b.hash, p.asset_decimals,
       min(e.log_index) AS log_index, count(DISTINCT e.cover) AS covers, sum(e.payout) AS payout
     FROM ${name}.settlements e ${block} JOIN ${name}.pools p ON p.chain_id = e.chain_id AND p.address = e.pool
     WHERE ${span} GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY e.block_number, log_index LIMIT $4`,
    values,
  )
  const told = [
    ...rulings.rows.map((row) => toRow<RulingRow>(row)).map((row) => ({ row, event: rulingOf(chainId, row) })),
    ...settlements.rows
      .map((row) => toRow<SettlementRow>(row))
      .map((row) => ({ row, event: settlementOf(chainId, row) })),
  ]
  return told
    .sort((a, b) => Number(a.row.blockNumber) - Number(b.row.blockNumber) || a.row.logIndex - b.row.logIndex)
    .map(({ event }) => event)
}

function placeOf(chainId: number, row: RulingRow | SettlementRow) {
  return {
    ...{ id: `${chainId}-${row.blockNumber}-${(row.hash ?? row.transactionHash).slice(2, 18)}-${row.logIndex}` },
    ...{ chainId, blockNumber: row.blockNumber, blockHash: row.hash, timestamp: toMoment(row.timestamp) },
  }
}

function rulingOf(chainId: number, row: RulingRow): ChainEvent {
  const { incident, listing, kind, adjudicator, ratio, share, deadline, transactionHash } = row
  return {
    ...{ ...placeOf(chainId, row), type: kind === 'opened' ? 'incident' : 'ruling' },
    data: {
      ...{ incident, listing, kind, adjudicator: adjudicator && toAddress(adjudicator), transactionHash },
      ...{ ratio: ratio && toAmount(ratio, 18), share: share && toAmount(share, 18) },
      deadline: deadline && deadline !== '0' ? toMoment(deadline) : null,
    },
  }
}

function settlementOf(chainId: number, row: SettlementRow): ChainEvent {
  const { incident, pool, covers, payout, assetDecimals, transactionHash } = row
  return {
    ...{ ...placeOf(chainId, row), type: 'settlement' },
    data: {
      ...{ incident, pool: toAddress(pool), covers: Number(covers), payout: toAmount(payout, assetDecimals) },
      transactionHash,
    },
  }
}
