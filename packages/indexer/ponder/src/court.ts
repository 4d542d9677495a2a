import { courtAbi } from '@bulwark/sdk/abis'
import { type Address, keccak256, parseAbi, toBytes } from 'viem'
import { credit } from '../lib/credit.ts'
import { plain } from '../lib/plain.ts'
import { register } from '../lib/register.ts'
import { set } from '../lib/settings.ts'
import type { Database, Indexed } from '../lib/types.ts'
import { listTrigger } from '../lib/watch.ts'
import {
  courtCases,
  courtConflicts,
  courtDisputes,
  courtPools,
  courtVersions,
  courtVotes,
  evidence,
  stakes,
} from '../ponder.schema.ts'

/** The court's library says this, so that the court's own ABI does not know of it. */
const rulingAbi = parseAbi(['event Ruling(address indexed arbitrator, uint256 indexed disputeID, uint256 ruling)'])

const grain = 1_000_000_000n
const outcomes = ['pending', 'decided', 'undecided'] as const
const interests = ['shares', 'exit', 'cover'] as const

register('court', [...courtAbi, ...rulingAbi] as const, {
  Answered: async ({ args, chainId, db, place }) => {
    const { incident, party, evidence: answers, answer } = args
    await db
      .insert(evidence)
      .values({ chainId, ...place, incident, kind: 'answer', party, answers, text: clean(answer) })
    return { incident, account: party }
  },
  Appealed: async ({ args, chainId, db }) => {
    const { incident, appellant, dispute, until } = args
    await db.update(courtCases, { chainId, incident }).set({ appellant, dispute, arbitrateUntil: until })
    return { incident, account: appellant }
  },
  AppealedAgain: ({ args }) => ({ incident: args.incident, account: args.appellant, fees: args.fee }),
  AuthorityUpdated: async (event) => set(event, 'authority', event.args.authority),
  Barred: async (event) => {
    const { incident, assessor } = event.args
    const vote = await writeVote(event, { barred: true })
    const found = await event.db.find(courtCases, { chainId: event.chainId, incident })
    // Before the reveals a commitment is released; from then on a vote that was cast is void, or will be when it is.
    const released = vote.committedAt !== null && event.timestamp < (found?.revealFrom ?? 0n)
    if (released || (vote.revealedAt !== null && !vote.unseated)) await lower(event, vote.weight)
    return { incident, account: assessor }
  },
  CaseOpened: async ({ args, chainId, db, origin }) => {
    const { incident, listing, pool, snapshot, commitFrom } = args
    const version = Number(args.version)
    const rules = await db.find(courtVersions, { chainId, version })
    const { commitTime, revealTime, appealTime } = (rules?.parameters ?? {}) as { [name: string]: number }
    const revealFrom = commitFrom + BigInt(commitTime ?? 0)
    const revealUntil = revealFrom + BigInt(revealTime ?? 0)
    await db.insert(courtCases).values({
      ...{ chainId, incident, listing, pool, version, snapshot, commitFrom, revealFrom, revealUntil },
      ...{ appealUntil: revealUntil + BigInt(appealTime ?? 0), committed: 0n, amount: 0n },
      ...{ outcome: 'pending', settled: false, ...origin },
    })
    return { pool, incident, listing }
  },
  CaseSettled: async ({ args, chainId, db, timestamp: settledAt }) => {
    const { incident, outcome, award, near, pot, fee } = args
    const row = { outcome: outcomes[outcome] ?? 'pending', award, near, pot, fee, settled: true, settledAt }
    await db.update(courtCases, { chainId, incident }).set(row)
    return { incident, amount: pot * grain, fees: fee }
  },
  Collected: async (event) => credit(event, -event.args.amount),
  Committed: async (event) => {
    const { incident, assessor, weight } = event.args
    await writeVote(event, { weight, committedAt: event.timestamp })
    await lower(event, -weight)
    return { incident, account: assessor }
  },
  ConflictCleared: async ({ args, chainId, db }) => {
    const { incident, assessor, kind, pool, id: position } = args
    const key = { chainId, incident, assessor, kind: interests[kind] ?? 'shares', pool, position }
    await db.update(courtConflicts, key).set({ cleared: true })
    return { pool, incident, account: assessor }
  },
  ConflictReported: async ({ args, chainId, db, place }) => {
    const { incident, assessor, kind, pool, id: position, until } = args
    const key = { chainId, incident, assessor, kind: interests[kind] ?? ('shares' as const), pool, position }
    const row = { until, cleared: false, ...place }
    await db
      .insert(courtConflicts)
      .values({ ...key, ...row })
      .onConflictDoUpdate(row)
    return { pool, incident, account: assessor }
  },
  CourtListed: (event) => listTrigger(event, 'court', { version: event.args.version, ...event.args.config }),
  Credited: async (event) => credit(event, event.args.amount),
  Dispute: async ({ args, chainId, db }) => {
    const { arbitrator, disputeID: dispute, evidenceGroupID: incident } = args
    await db.insert(courtDisputes).values({ chainId, arbitrator, dispute, incident }).onConflictDoUpdate({ incident })
    return { incident, account: arbitrator }
  },
  EncryptionKeySet: async (event) => {
    const { account, key: encryptionKey } = event.args
    await stake(event, account, () => ({ encryptionKey }))
    return { account }
  },
  Evidence: async ({ args, chainId, db, place }) => {
    const { evidenceGroupID: incident, party, evidence: text } = args
    const answers = keccak256(toBytes(text))
    await db
      .insert(evidence)
      .values({ chainId, ...place, incident, kind: 'evidence', party, answers, text: clean(text) })
    return { incident, account: party }
  },
  MetaEvidence: async ({ args }) => ({ listing: args.metaEvidenceID }),
  ParametersSet: async ({ args, chainId, db, place }) => {
    const { parameters, config } = args
    const row = { parameters: plain(parameters), config: plain(config), ...place }
    await db.insert(courtVersions).values({ chainId, version: Number(args.version), ...row })
    return {}
  },
  PoolCounted: async ({ args, chainId, db, place }) => {
    const { incident, pool, amount } = args
    await db.insert(courtPools).values({ chainId, incident, pool, amount, ...place })
    const most = 2n ** 64n - 1n
    await db
      .update(courtCases, { chainId, incident })
      .set((row) => ({ amount: row.amount + amount < most ? row.amount + amount : most }))
    return { pool, incident }
  },
  Revealed: async (event) => {
    const { incident, assessor, award, reason } = event.args
    const vote = await writeVote(event, { award, reason, revealedAt: event.timestamp })
    if (vote.barred) await lower(event, vote.weight)
    return { incident, account: assessor }
  },
  Ruling: async ({ args, chainId, db }) => {
    const { arbitrator, disputeID: dispute, ruling } = args
    const row = await db.find(courtDisputes, { chainId, arbitrator, dispute })
    if (!row) return { account: arbitrator }
    const { incident } = row
    const found = await db.find(courtCases, { chainId, incident })
    // What is ignored is said by the next event; the first one counts, and is not taken back.
    if (found?.choice === null) {
      await db.update(courtCases, { chainId, incident }).set({ choice: ruling > 3n ? 0 : Number(ruling) })
    }
    return { incident, account: arbitrator }
  },
  RulingIgnored: async ({ args, chainId, db, timestamp }) => {
    const { incident } = args
    await db.update(courtCases, { chainId, incident }).set((row) => {
      const late = row.arbitrateUntil !== null && timestamp > row.arbitrateUntil
      return late && row.choice === Number(args.choice) ? { choice: null } : {}
    })
    return { incident }
  },
  Slashed: async (event) => {
    const { incident, assessor, amount } = event.args
    // What counts is taken first.
    await stake(event, assessor, (row) => {
      const counted = amount < row.staked ? amount : row.staked
      const leaving = row.leaving - (amount - counted)
      return { staked: row.staked - counted, leaving, slashed: row.slashed + amount }
    })
    const { chainId, db } = event
    await db.update(courtVotes, { chainId, incident, assessor }).set((row) => ({ slashed: row.slashed + amount }))
    return { incident, account: assessor, amount }
  },
  StakeValueSet: async (event) => set(event, `stakeValue:${event.args.asset.toLowerCase()}`, event.args.value),
  Staked: async (event) => {
    const { assessor, amount } = event.args
    await stake(event, assessor, (row) => ({ staked: row.staked + amount }))
    return { account: assessor, amount }
  },
  Unseated: async (event) => {
    const { incident, assessor } = event.args
    const vote = await writeVote(event, { unseated: true })
    if (!vote.barred) await lower(event, vote.weight)
    return { incident, account: assessor }
  },
  UnstakeRequested: async (event) => {
    const { assessor, amount, readyAt } = event.args
    const move = (row: Stake) => ({ staked: row.staked - amount, leaving: row.leaving + amount, readyAt })
    await stake(event, assessor, move)
    return { account: assessor, amount }
  },
  Unstaked: async (event) => {
    const { assessor, amount } = event.args
    await stake(event, assessor, () => ({ leaving: 0n }))
    return { account: assessor, amount }
  },
})

type OfVote = Indexed<{ incident: bigint; assessor: Address }>
type Vote = typeof courtVotes.$inferSelect
type Stake = typeof stakes.$inferSelect

/** Somebody can be barred before he commits: the row is made by what comes first. */
async function writeVote({ args, chainId, db }: OfVote, columns: Partial<Vote>): Promise<Vote> {
  const key = { chainId, incident: args.incident, assessor: args.assessor }
  const fresh = { weight: 0n, barred: false, unseated: false, slashed: 0n }
  await db
    .insert(courtVotes)
    .values({ ...key, ...fresh })
    .onConflictDoNothing()
  return db.update(courtVotes, key).set(columns)
}

async function lower({ args, chainId, db }: OfVote, weight: bigint): Promise<void> {
  await db
    .update(courtCases, { chainId, incident: args.incident })
    .set((row) => ({ committed: row.committed - weight }))
}

async function stake(
  { chainId, db, timestamp: changedAt }: { chainId: number; db: Database; timestamp: bigint },
  assessor: Address,
  change: (row: Stake) => Partial<Stake>,
): Promise<void> {
  const fresh = { staked: 0n, leaving: 0n, readyAt: 0n, slashed: 0n, changedAt }
  await db
    .insert(stakes)
    .values({ chainId, assessor, ...fresh })
    .onConflictDoNothing()
  await db.update(stakes, { chainId, assessor }).set((row) => {
    const changed = change(row)
    const counts = changed.staked !== undefined && changed.staked !== row.staked
    return { ...changed, ...(counts ? { changedAt } : {}) }
  })
}

/** PostgreSQL keeps no NUL. */
function clean(text: string): string {
  return text.replaceAll('\0', '\u{fffd}')
}
