import { z } from '@hono/zod-openapi'
import type { Snapshot } from '../database/takeSnapshot.ts'
import { ApiError } from '../errors.ts'
import type { Row } from '../fields/defineFields.ts'
import { AddressParameter, CursorParameter, IdParameter } from '../schemas/common.ts'
import { toAddress } from '../schemas/values/toAddress.ts'
import type { toMoment } from '../schemas/values/toMoment.ts'
import { type CalendarEntry, writeCalendar } from '../texts/writeCalendar.ts'
import { writeCsv } from '../texts/writeCsv.ts'
import { writeFeed } from '../texts/writeFeed.ts'
import { requireRow } from './defineList.ts'
import type { Asked, Endpoint } from './Endpoint.ts'
import { listPoolLedger } from './ledger.ts'

/** What a calendar or a feed is about. */
type Subject = {
  readonly what: 'account' | 'incident' | 'pool'
  readonly path: string
  readonly tag: string
  readonly parameter: z.ZodType<string>
  readonly require?: (snapshot: Snapshot, params: Asked['params']) => Promise<void>
  /** The ledger entries that concern it: conditions, each of which an index serves and which exclude each other. */
  readonly entries: readonly string[]
  /** Rows with `at` (unix seconds), `title` and `uid`, from the present on; `$1` is the subject, `$2` the time. */
  readonly dates: readonly string[]
}

/** Entries of a feed, dates of a calendar, at most. */
const most = 200

const caseDates = (condition: string): readonly string[] =>
  (['commit_from', 'reveal_from', 'reveal_until', 'appeal_until'] as const).map((column) => {
    const title = {
      commit_from: 'Voting begins',
      reveal_from: 'Votes are revealed from now on',
      reveal_until: 'Last moment to reveal a vote',
      appeal_until: 'Last moment to appeal',
    }[column]
    return `SELECT k.${column} AS at, '${title}: case ' || k.incident AS title, 'case-' || k.incident || '-${column}' AS uid
      FROM court_cases k WHERE NOT k.settled AND ${condition} AND k.${column} >= $2`
  })

const subjects: readonly Subject[] = [
  {
    ...{ what: 'account', path: '/v1/accounts/{account}', tag: 'Accounts', parameter: AddressParameter },
    entries: ['e.account = $1', 'e.counterparty = $1 AND e.account IS DISTINCT FROM $1'],
    dates: [
      `SELECT c.end AS at, 'Cover ' || c.id || ' ends' AS title, 'cover-' || c.id || '-end' AS uid FROM covers c
       WHERE c.owner = $1 AND c.status = 'active' AND c.end >= $2`,
      `SELECT c.end + l.grace AS at, 'Last day to claim on cover ' || c.id AS title, 'cover-' || c.id || '-claim' AS uid
       FROM covers c JOIN listings l ON l.chain_id = c.chain_id AND l.listing = c.listing
       WHERE c.owner = $1 AND c.status = 'active' AND c.end + l.grace >= $2`,
      `SELECT e.ready_at AS at, 'Exit ' || e.request || ' can be served' AS title, 'exit-' || e.pool || '-' || e.request AS uid
       FROM exit_requests e WHERE e.controller = $1 AND e.status = 'waiting' AND e.ready_at >= $2`,
      `SELECT s.ready_at AS at, 'Stake can be taken back' AS title, 'stake-' || s.assessor AS uid FROM stakes s
       WHERE s.assessor = $1 AND s.ready_at >= $2`,
      ...caseDates(
        'EXISTS (SELECT 1 FROM court_votes v WHERE v.chain_id = k.chain_id AND v.incident = k.incident AND v.assessor = $1)',
      ),
      `SELECT o.vote_end AS at, 'Voting ends: proposal ' || left(o.proposal::text, 12) AS title,
         'proposal-' || o.proposal AS uid FROM proposals o WHERE o.status = 'proposed' AND o.vote_end >= $2
         AND EXISTS (SELECT 1 FROM members m WHERE m.chain_id = o.chain_id AND m.account = $1 AND m.votes > 0)`,
    ],
  },
  {
    ...{ what: 'incident', path: '/v1/incidents/{incident}', tag: 'Incidents', parameter: IdParameter },
    require: requireRow('SELECT 1 FROM incidents WHERE chain_id = $1 AND incident = $2', 'incident', 'incident'),
    entries: ['e.incident = $1'],
    dates: [
      `SELECT i.deadline AS at, 'Last moment to rule on incident ' || i.incident AS title,
         'incident-' || i.incident || '-deadline' AS uid FROM incidents i WHERE i.incident = $1 AND i.deadline >= $2`,
      `SELECT q.final_until AS at, 'Last moment to top up payouts of incident ' || q.incident AS title,
         'incident-' || q.incident || '-' || q.pool AS uid FROM pool_incidents q
       WHERE q.incident = $1 AND q.final_until >= $2`,
      ...caseDates('k.incident = $1'),
    ],
  },
  {
    ...{ what: 'pool', path: '/v1/pools/{pool}', tag: 'Pools', parameter: AddressParameter },
    require: requireRow('SELECT 1 FROM pools WHERE chain_id = $1 AND address = $2', 'pool', 'pool'),
    entries: ['e.pool = $1'],
    dates: [
      `SELECT d.day * 86400 AS at, 'Cover runs off' AS title, 'run-off-' || d.pool || '-' || d.day AS uid
       FROM exposure_days d WHERE d.pool = $1 AND d.amount > 0 AND d.day >= ceil($2::numeric / 86400) GROUP BY d.pool, d.day`,
      `SELECT e.ready_at AS at, 'Exit ' || e.request || ' can be served' AS title, 'exit-' || e.pool || '-' || e.request AS uid
       FROM exit_requests e WHERE e.pool = $1 AND e.status = 'waiting' AND e.ready_at >= $2`,
      `SELECT c.executable_at AS at, 'The curator may ' || c.call AS title, 'change-' || c.pool || '-' || c.data_hash AS uid
       FROM curator_changes c WHERE c.pool = $1 AND c.status = 'pending' AND c.executable_at >= $2`,
    ],
  },
]

const textSchema = z.string()

function calendarOf({ what, path, tag, parameter, require, dates }: Subject): Endpoint {
  return {
    ...{
      name: `get${title(what)}Calendar`,
      path: `${path}/calendar.ics`,
      tag,
      list: false,
      mediaType: 'text/calendar',
    },
    ...{ summary: `Dates of ${article(what)} to come, as a calendar to subscribe to`, schema: textSchema },
    ...{ params: { [what]: parameter }, query: {} },
    async read(snapshot, { params }) {
      await require?.(snapshot, params)
      const { rows, deployment, asOf } = snapshot
      const text = `${dates.map((part) => `(${part})`).join(' UNION ALL ')} ORDER BY at, uid LIMIT ${most}`
      const found = await rows<{ at: string; title: string; uid: string }>(text, [
        params[what] ?? '',
        asOf.timestamp.unix,
      ])
      const entries: CalendarEntry[] = found.map(({ at, title, uid }) => ({
        ...{ at: Number(at), title, uid: `${deployment.chainId}-${uid}@bulwark` },
      }))
      const name = `Bulwark: ${what} ${nameOf(what, params)}`
      return { data: writeCalendar({ name, entries, timestamp: asOf.timestamp.unix }) }
    },
  }
}

function feedOf({ what, path, tag, parameter, require, entries }: Subject): Endpoint {
  return {
    ...{
      name: `get${title(what)}Feed`,
      path: `${path}/feed.atom`,
      tag,
      list: false,
      mediaType: 'application/atom+xml',
    },
    ...{ summary: `What happened to ${article(what)}, the latest first, as an Atom feed`, schema: textSchema },
    ...{ params: { [what]: parameter }, query: {} },
    async read(snapshot, { params }) {
      await require?.(snapshot, params)
      const { rows, deployment } = snapshot
      const latest = 'ORDER BY e.block_number DESC, e.log_index DESC LIMIT 50'
      const part = (condition: string) => `(SELECT e.* FROM ledger_entries e WHERE ${condition} ${latest})`
      const parts = entries.map(part).join(' UNION ALL ')
      const found = await rows<
        Record<'kind' | 'contract' | 'timestamp' | 'blockNumber' | 'transactionHash', string> & Row
      >(`SELECT * FROM (${parts}) e ${latest}`, [params[what] ?? ''])
      const id = `urn:bulwark:${deployment.chainId}`
      return {
        data: writeFeed({
          ...{ id: `${id}:${what}:${params[what]}`, title: `Bulwark: ${what} ${nameOf(what, params)}` },
          entries: found.map((row) => ({
            ...{ id: `${id}:${row.blockNumber}:${row.logIndex}`, at: Number(row.timestamp) },
            title: `${wordsOf(row.kind)} (${row.contract})`,
            text: `Block ${row.blockNumber}, transaction ${row.transactionHash}. ${JSON.stringify(row.details)}`,
          })),
        }),
      }
    },
  }
}

const columns = [
  ...['blockNumber', 'logIndex', 'time', 'unix', 'transactionHash', 'contract', 'kind', 'account', 'counterparty'],
  ...['cover', 'listing', 'incident', 'request', 'amount', 'shares', 'fees', 'details'],
]

const ledgerCsv: Endpoint = {
  ...{
    name: 'getPoolLedgerCsv',
    path: '/v1/pools/{pool}/ledger.csv',
    tag: 'Pools',
    list: false,
    mediaType: 'text/csv',
  },
  summary: 'The ledger of a pool as a table, the latest first, up to 10,000 rows at once',
  description: 'Where there are more, the header `Link` says where they go on.',
  ...{ schema: textSchema, params: listPoolLedger.params },
  query: {
    ...Object.fromEntries(
      Object.entries(listPoolLedger.query).filter(([name]) => name !== 'limit' && name !== 'cursor'),
    ),
    cursor: CursorParameter,
  },
  async read(snapshot, { params, query }) {
    const found = await listPoolLedger.read(snapshot, { params, query: { ...query, limit: 10_000 } })
    if (!Array.isArray(found.data)) throw new ApiError({ code: 'internal' })
    const rows = found.data.map((entry: Row) => {
      const { at, details, ...rest } = entry as { at: ReturnType<typeof toMoment>; details: unknown }
      const cells: Row = { ...rest, time: at.iso, unix: at.unix, details: JSON.stringify(details) }
      return columns.map((column) => cells[column])
    })
    return { data: writeCsv([columns, ...rows]), next: found.next ?? null }
  },
}

function title(what: string): string {
  return `${what[0]?.toUpperCase()}${what.slice(1)}`
}

function article(what: string): string {
  return `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}`
}

function nameOf(what: Subject['what'], params: Asked['params']): string {
  const id = params[what] ?? ''
  return what === 'incident' ? id : toAddress(id)
}

/** `CoverBought` as people read it. */
function wordsOf(kind: string): string {
  const words = kind.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return `${words[0]?.toUpperCase()}${words.slice(1)}`
}

/** Answers that are no JSON: calendars, feeds, a table. */
export const textEndpoints: readonly Endpoint[] = [...subjects.map(calendarOf), ...subjects.map(feedOf), ledgerCsv]
