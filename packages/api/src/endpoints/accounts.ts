import { z } from '@hono/zod-openapi'
import { defineFields, type Fields, type Row } from '../fields/defineFields.ts'
import {
  address,
  assets,
  billionths,
  from,
  integer,
  moment,
  momentOrNever,
  nullable,
  oneOf,
  whole,
} from '../fields/kinds.ts'
import { AddressParameter, AddressSchema } from '../schemas/common.ts'
import { toAddress } from '../schemas/values/toAddress.ts'
import { Cover, coverSelect, Settlement, settlementSelect } from './covers.ts'
import { defineList } from './defineList.ts'
import { defineOne } from './defineOne.ts'
import type { Endpoint } from './Endpoint.ts'
import { LedgerEntry } from './ledger.ts'

const tag = 'Accounts'
const params = { account: AddressParameter }

const Position = defineFields('Position', {
  ...{ pool: address, shares: whole, value: assets },
})
const ExitOf = defineFields('AccountExit', {
  ...{ pool: address, request: integer, shares: whole, sharesLeft: whole, assets, readyAt: moment },
  status: oneOf('waiting', 'processed', 'cancelled'),
})
const Claimable = defineFields('Claimable', { pool: address, assets, shares: whole })
const Credit = defineFields('Credit', { contract: address, token: address, amount: integer })
const StakeOf = defineFields('AccountStake', { staked: whole, leaving: whole, readyAt: momentOrNever, slashed: whole })
const CourtVoteOf = defineFields('AccountCourtVote', {
  ...{ incident: integer, weight: billionths, award: nullable(billionths), revealedAt: momentOrNever },
})
const ProposalVoteOf = defineFields('AccountProposalVote', {
  ...{ proposal: integer, support: oneOf('against', 'for', 'abstain'), weight: whole, at: from('timestamp', moment) },
})
const Governance = defineFields('AccountGovernance', { balance: whole, delegate: nullable(address), votes: whole })

/** Rows of each kind at most; the lists of their own go on. */
const most = 200

const parts: Readonly<Record<string, readonly [Fields, (now: number) => string]>> = {
  covers: [Cover, (now) => `${coverSelect(String(now))} WHERE c.owner = $1 ORDER BY c.id DESC`],
  protectedBy: [
    Cover,
    (now) => `${coverSelect(String(now))} WHERE c.account = $1 AND c.owner <> $1 ORDER BY c.id DESC`,
  ],
  positions: [
    Position,
    () => `b.*, p.asset_decimals, floor(b.shares * coalesce((SELECT s.share_price FROM pool_snapshots s
        WHERE s.chain_id = b.chain_id AND s.pool = b.pool ORDER BY s.block_number DESC, s.transaction_index DESC LIMIT 1), 0) / 1e18) AS value
      FROM share_balances b JOIN pools p ON p.chain_id = b.chain_id AND p.address = b.pool
      WHERE b.account = $1 AND b.shares > 0 ORDER BY b.pool`,
  ],
  exits: [
    ExitOf,
    () => `e.*, p.asset_decimals FROM exit_requests e
      JOIN pools p ON p.chain_id = e.chain_id AND p.address = e.pool WHERE e.controller = $1 ORDER BY e.request DESC`,
  ],
  claimable: [
    Claimable,
    () => `e.*, p.asset_decimals FROM claimables e JOIN pools p ON p.chain_id = e.chain_id AND p.address = e.pool
      WHERE e.controller = $1 AND (e.assets > 0 OR e.shares > 0) ORDER BY e.pool`,
  ],
  credits: [Credit, () => 'e.* FROM credits e WHERE e.account = $1 AND e.amount > 0 ORDER BY e.contract, e.token'],
  payouts: [
    Settlement,
    () => `${settlementSelect} WHERE s.to = $1 ORDER BY s.block_number DESC, s.log_index DESC, s.position DESC`,
  ],
  stakes: [StakeOf, () => 'e.* FROM stakes e WHERE e.assessor = $1'],
  courtVotes: [CourtVoteOf, () => 'e.* FROM court_votes e WHERE e.assessor = $1 ORDER BY e.incident DESC'],
  proposalVotes: [ProposalVoteOf, () => 'e.* FROM proposal_votes e WHERE e.voter = $1 ORDER BY e.block_number DESC'],
  governance: [Governance, () => 'e.* FROM members e WHERE e.account = $1'],
}

const Portfolio = z
  .object({
    account: AddressSchema,
    ...Object.fromEntries(Object.entries(parts).map(([name, [fields]]) => [name, z.array(fields.schema)])),
  })
  .openapi('Portfolio')

const getAccount = defineOne({
  ...{ name: 'getAccount', path: '/v1/accounts/{account}', tag, params, what: 'account', schema: Portfolio },
  summary: 'Everything of an account: covers, shares, exits, payouts, stakes, votes',
  description: `An account that was never seen has empty lists. Each list has at most ${most} entries.`,
  async read({ rows, asOf }, { params: { account = '' } }) {
    const portfolio: Record<string, unknown> = { account: toAddress(account) }
    for (const [name, [fields, select]] of Object.entries(parts)) {
      const found = await rows<Row>(`SELECT ${select(asOf.timestamp.unix)} LIMIT ${most}`, [account])
      portfolio[name] = found.map(fields.map)
    }
    return portfolio
  },
})

const listActivity = defineList({
  ...{ name: 'listAccountActivity', path: '/v1/accounts/{account}/activity', tag, params, fields: LedgerEntry },
  ...{ summary: 'What an account did and what concerned it, the latest first', select: 'e.* FROM ledger_entries e' },
  either: ({ account = '' }) => ['e.account = ?', 'e.counterparty = ?', account],
  order: [
    { column: 'e.block_number', key: 'blockNumber', kind: 'number' },
    { column: 'e.log_index', key: 'logIndex', kind: 'number' },
  ],
})

/** What can be asked about accounts. */
export const accountEndpoints: readonly Endpoint[] = [getAccount, listActivity]
