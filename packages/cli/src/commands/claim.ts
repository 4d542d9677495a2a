import {
  getPersonalKey,
  getRequiredTruthBond,
  getTerms,
  incidentsAbi,
  poolAbi,
  prepareAssertLoss,
  prepareAssertTruth,
  prepareOpenCase,
} from '@bulwark/sdk'
import { type Address, type Hex, isHex, parseEventLogs, stringToHex, zeroAddress, zeroHash } from 'viem'
import { approvals } from '../chain/approvals.ts'
import { chooseSender } from '../chain/chooseSender.ts'
import { type Connection, connect } from '../chain/connect.ts'
import { type FoundCover, findCover } from '../chain/findCover.ts'
import { moment, percent } from '../chain/format.ts'
import { scanEvents } from '../chain/scanEvents.ts'
import { getToken, say } from '../chain/tokens.ts'
import { outcomeData, outcomeSection, type Plan, type Step, transact } from '../chain/transact.ts'
import { UsageError } from '../errors.ts'
import { parseCount } from '../parse/parseCount.ts'
import { parseHex } from '../parse/parseHex.ts'
import { parsePercent } from '../parse/parsePercent.ts'
import { parseTime } from '../parse/parseTime.ts'
import { argumentOf, neededOption, optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'
import { nameOf } from './listings.ts'

/**
 * `bulwark claim`: says, with a bond, that what a cover insures has happened, and has it judged.
 *
 * @example
 * const { data } = await claimCommand(context)
 */
export async function claimCommand(context: Context): Promise<Result> {
  const ratio = parsePercent(neededOption(context, 'ratio', '--ratio 50%'), { what: 'ratio', decimals: 18 })
  const lossTime = parseTime(neededOption(context, 'at', '--at 2026-03-11T07:00:00Z'))
  const connection = await connect(context)
  const { client, core } = connection
  const found = await findCover(connection, argumentOf(context, 'cover'))
  const { listing } = found.cover
  const terms = await getTerms(client, { listings: core.listings, listing })
  if (terms.bond === 0n || terms.bondToken === zeroAddress) {
    const advice = `Nobody asserts a loss here: data prove it. Try \`bulwark prove trigger ${listing}\`.`
    throw new UsageError(`Listing ${listing} takes no claims.`, { advice })
  }
  const sender = await chooseSender(context)
  const judge = nameOf(connection, terms.adjudicator)
  const token = await getToken(connection, terms.bondToken)
  const pool = found.pool.address
  const assertion = {
    ...{ incidents: core.incidents, listing, lossTime, ratio, pool, evidence: evidenceOf(context) },
    ...{ key: await keyOf(connection, found, terms.personal), ...rootOf(context, terms.lossProof) },
  }
  const bond = { token, owner: sender.address, spender: core.incidents, amount: terms.bond }
  const outcome = await transact(context, connection, sender, {
    title: 'Assert a loss',
    facts: [
      ['cover', String(found.id)],
      ['listing', `${listing}, ruled by ${judge}`],
      ['loss', `${percent(ratio)}, ${moment(lossTime)}`],
      ['bond', say(terms.bond, token)],
      ...(judge === 'court' ? [['then', 'opens the case'] as const] : []),
      ...(judge === 'optimistic' ? [['then', "puts it to UMA's oracle, against a bond of its own"] as const] : []),
    ],
    worst: `it is denied, and the bond of ${say(terms.bond, token)} is lost`,
    steps: [
      ...(await approvals(connection, bond)),
      { label: 'assert the loss', contract: 'Incidents', call: prepareAssertLoss(assertion) },
    ],
  })
  const logs = outcome.receipts.flatMap((receipt) => receipt.logs)
  const [opened] = parseEventLogs({ abi: incidentsAbi, logs, eventName: 'IncidentOpened' })
  const incident = opened?.args.incident
  const next =
    incident === undefined ? [] : await judged(connection, { judge, incident, pool, listing }, sender.address)
  const agreed = { ...context, options: { ...context.options, yes: true } }
  const after =
    incident === undefined || next.length === 0
      ? undefined
      : await transact(agreed, connection, sender, planOf(incident, judge, next))
  const all = { ...outcome, transactions: [...outcome.transactions, ...(after?.transactions ?? [])] }
  return {
    data: { asOf: connection.asOf, cover: found.id, listing, incident: incident ?? null, judge, ...outcomeData(all) },
    view: [{ fields: [['incident', incident === undefined ? 'not opened' : String(incident)]] }, outcomeSection(all)],
  }
}

const planOf = (incident: bigint, judge: string, steps: readonly Step[]): Plan => ({
  title: 'Have it judged',
  facts: [['incident', String(incident)]],
  worst: judge === 'court' ? 'only gas is spent' : 'it is disputed and rejected, and the bond there is lost, too',
  steps,
})

/** What has to be sent behind an assertion so that somebody rules on it. */
async function judged(
  connection: Connection,
  claim: { judge: string; incident: bigint; pool: Address; listing: bigint },
  owner: Address,
): Promise<readonly Step[]> {
  const { judge, incident, pool, listing } = claim
  if (judge === 'court') {
    const call = prepareOpenCase({ court: connection.contract('court'), incident, pool })
    return [{ label: 'open the case', contract: 'Court', call }]
  }
  if (judge !== 'optimistic') return []
  const optimistic = connection.contract('optimistic')
  const { client, core } = connection
  const { bondToken } = await getTerms(client, { listings: core.listings, listing })
  const { bond } = await getRequiredTruthBond(client, { optimistic, listing })
  const token = await getToken(connection, bondToken)
  return [
    ...(await approvals(connection, { token, owner, spender: optimistic, amount: bond })),
    {
      label: "put it to UMA's oracle",
      contract: 'Optimistic',
      call: prepareAssertTruth({ optimistic, incident, maxBond: bond }),
    },
  ]
}

function evidenceOf(context: Context): Hex | undefined {
  const text = optionOf(context, 'evidence')
  if (text === undefined) return undefined
  return isHex(text) ? parseHex(text, { what: 'evidence' }) : stringToHex(text)
}

function rootOf(context: Context, lossProof: string): { root?: Hex; lossSum?: bigint } {
  const root = optionOf(context, 'root')
  const lossSum = optionOf(context, 'lossSum')
  if (lossProof !== 'merkle') {
    if (root === undefined && lossSum === undefined) return {}
    throw new UsageError('This listing takes no list of losses: leave out --root and --loss-sum.')
  }
  if (root === undefined || lossSum === undefined) {
    const advice = '`bulwark losses prove FILE` prints both: --root and --loss-sum.'
    throw new UsageError('This listing asks for a list of losses.', { advice })
  }
  return { root: parseHex(root, { what: 'root', bytes: 32 }), lossSum: parseCount(lossSum, { what: 'sum of losses' }) }
}

/** The key of a cover's risk; of a personal one, that of the account and of who it was bought for. */
async function keyOf(connection: Connection, { id, cover, pool }: FoundCover, personal: boolean): Promise<Hex> {
  if (cover.key !== zeroHash || !personal) return cover.key
  const [bought] = await scanEvents(connection, {
    ...{ abi: poolAbi, address: pool.address, eventName: 'CoverBought', args: { id } },
  })
  const owner = (bought?.args.owner ?? zeroAddress) as Address
  return getPersonalKey({ account: cover.protectedAccount, owner })
}
