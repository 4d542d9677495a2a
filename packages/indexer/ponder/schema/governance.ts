import { index, onchainTable, primaryKey } from 'ponder'
import { chain, origin, type Plain, place } from './columns.ts'

/** Holdings of the token: balance, whom the holder delegates to, and the votes that he has. */
export const members = onchainTable(
  'members',
  (t) => ({
    ...chain(t),
    account: t.hex().notNull(),
    balance: t.bigint().notNull(),
    /** Zero: nobody votes with it. */
    delegate: t.hex().notNull(),
    votes: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.account] }),
    byDelegate: index().on(table.delegate),
    byVotes: index().on(table.votes),
  }),
)

/** Proposals. Which state one is in follows from these times and votes and the governor's quorum. */
export const proposals = onchainTable(
  'proposals',
  (t) => ({
    ...chain(t),
    proposal: t.bigint().notNull(),
    proposer: t.hex().notNull(),
    targets: t.json().$type<readonly string[]>().notNull(),
    values: t.json().$type<readonly string[]>().notNull(),
    calldatas: t.json().$type<readonly string[]>().notNull(),
    description: t.text().notNull(),
    /** Unix seconds. */
    voteStart: t.bigint().notNull(),
    voteEnd: t.bigint().notNull(),
    against: t.bigint().notNull(),
    for: t.bigint().notNull(),
    abstain: t.bigint().notNull(),
    status: t.text({ enum: ['proposed', 'cancelled', 'queued', 'executed'] }).notNull(),
    executableAt: t.bigint(),
    ...origin(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.proposal] }),
    byStatus: index().on(table.status, table.voteEnd),
    byProposer: index().on(table.proposer),
  }),
)

/** Votes on proposals. */
export const proposalVotes = onchainTable(
  'proposal_votes',
  (t) => ({
    ...chain(t),
    proposal: t.bigint().notNull(),
    voter: t.hex().notNull(),
    support: t.text({ enum: ['against', 'for', 'abstain'] }).notNull(),
    weight: t.bigint().notNull(),
    reason: t.text().notNull(),
    ...place(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.proposal, table.voter] }),
    byVoter: index().on(table.voter),
  }),
)

/** Calls that wait or waited: in the timelock (by id and place) and in the access manager (by id and nonce). */
export const scheduledCalls = onchainTable(
  'scheduled_calls',
  (t) => ({
    ...chain(t),
    scheduler: t.text({ enum: ['timelock', 'accessManager'] }).notNull(),
    id: t.hex().notNull(),
    /** Place within the timelock's operation, or the access manager's nonce. */
    number: t.bigint().notNull(),
    caller: t.hex(),
    target: t.hex().notNull(),
    value: t.bigint().notNull(),
    data: t.hex().notNull(),
    predecessor: t.hex(),
    /** Unix seconds from which it can be executed. */
    executableAt: t.bigint().notNull(),
    status: t.text({ enum: ['scheduled', 'executed', 'cancelled'] }).notNull(),
    ...origin(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.scheduler, table.id, table.number] }),
    byStatus: index().on(table.status, table.executableAt),
    byTarget: index().on(table.target),
  }),
)

/** Who holds which role: of the access manager (a number) or of the timelock (a hash). */
export const roles = onchainTable(
  'roles',
  (t) => ({
    ...chain(t),
    contract: t.text({ enum: ['accessManager', 'timelock'] }).notNull(),
    role: t.text().notNull(),
    account: t.hex().notNull(),
    member: t.boolean().notNull(),
    /** Unix seconds from which it counts, and the delay of the member's calls, seconds. */
    since: t.bigint().notNull(),
    delay: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.contract, table.role, table.account] }),
    byAccount: index().on(table.account),
  }),
)

/** Who grants a role, who guards it, and how long a grant takes. */
export const roleSettings = onchainTable(
  'role_settings',
  (t) => ({
    ...chain(t),
    contract: t.text({ enum: ['accessManager', 'timelock'] }).notNull(),
    role: t.text().notNull(),
    label: t.text(),
    admin: t.text(),
    guardian: t.text(),
    grantDelay: t.bigint(),
    grantDelaySince: t.bigint(),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.contract, table.role] }) }),
)

/** Which role may call a restricted function. */
export const functionRoles = onchainTable(
  'function_roles',
  (t) => ({
    ...chain(t),
    target: t.hex().notNull(),
    selector: t.hex().notNull(),
    role: t.text().notNull(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.target, table.selector] }) }),
)

/** What the access manager knows of a contract. */
export const managedTargets = onchainTable(
  'managed_targets',
  (t) => ({
    ...chain(t),
    target: t.hex().notNull(),
    closed: t.boolean().notNull(),
    adminDelay: t.bigint().notNull(),
    adminDelaySince: t.bigint().notNull(),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.target] }) }),
)

/** Parameters of the governor by name, with each value that they had. */
export const governorSettings = onchainTable(
  'governor_settings',
  (t) => ({
    ...chain(t),
    ...place(t),
    name: t.text().notNull(),
    value: t.json().$type<Plain>().notNull(),
    previous: t.json().$type<Plain>().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.blockNumber, table.logIndex] }),
    byName: index().on(table.name),
  }),
)
