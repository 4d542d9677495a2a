import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  courtAbi,
  getAssessor,
  getCase,
  getCommitment,
  getCourtBounds,
  getEarnings,
  getStakeToken,
  getTerms,
  hashAward,
  prepareCollectEarnings,
  prepareCommitAward,
  prepareRequestUnstake,
  prepareRevealAward,
  prepareStakeTokens,
  prepareWithdrawStake,
} from '@bulwark/sdk'
import { type Address, bytesToHex, formatUnits, type Hex, keccak256, stringToHex } from 'viem'
import { approvals } from '../chain/approvals.ts'
import { chooseSender } from '../chain/chooseSender.ts'
import { type Connection, connect } from '../chain/connect.ts'
import { findIncident } from '../chain/findIncident.ts'
import { moment, percent } from '../chain/format.ts'
import { readMaximum } from '../chain/readMaximum.ts'
import { scanEvents } from '../chain/scanEvents.ts'
import { amountOf, getToken, say, type Token } from '../chain/tokens.ts'
import { type Outcome, outcomeData, outcomeSection, type Step, transact } from '../chain/transact.ts'
import { NotFoundError, UsageError } from '../errors.ts'
import { parseAmount } from '../parse/parseAmount.ts'
import { parseHex } from '../parse/parseHex.ts'
import { parsePercent } from '../parse/parsePercent.ts'
import { argumentOf, neededOption, optionOf } from '../program/inputs.ts'
import type { Context, Fields, Result } from '../program/types.ts'

/** What every command of an assessor begins with. */
async function sit(context: Context) {
  const connection = await connect(context)
  const court = connection.contract('court')
  const sender = await chooseSender(context)
  const token = await getToken(connection, await getStakeToken(connection.client, { court }))
  return { connection, court, sender, token }
}

/**
 * `bulwark assess stake`: puts tokens at stake, to judge claims with them.
 *
 * @example
 * const { data } = await stakeCommand(context)
 */
export async function stakeCommand(context: Context): Promise<Result> {
  const { connection, court, sender, token } = await sit(context)
  const { grain } = await getCourtBounds(connection.client, { court })
  const given = await readMaximum(connection, argumentOf(context, 'amount'), token, sender.address)
  const amount = given - (given % grain)
  const take = { token, owner: sender.address, spender: court, amount }
  const call = prepareStakeTokens({ court, amount })
  const outcome = await transact(context, connection, sender, {
    title: 'Stake',
    facts: [['stake', say(amount, token)]],
    worst: 'you judge far from the others, or do not reveal, and part of it is lost',
    steps: [...(await approvals(connection, take)), { label: `stake ${say(amount, token)}`, contract: 'Court', call }],
  })
  return answer(connection, outcome, { amount: amountOf(amount, token) }, [['staked', say(amount, token)]])
}

/**
 * `bulwark assess unstake`: asks for stake back, or takes what may leave by now.
 *
 * @example
 * const { data } = await unstakeCommand(context)
 */
export async function unstakeCommand(context: Context): Promise<Result> {
  const { connection, court, sender, token } = await sit(context)
  const { grain, unstakeDelay } = await getCourtBounds(connection.client, { court })
  const text = context.args.amount
  const withdraw = context.options.withdraw === true
  if ((text === undefined) === !withdraw) throw new UsageError('Give an amount, or --withdraw.')
  const { staked, leaving, readyAt } = await getAssessor(connection.client, { court, assessor: sender.address })
  const { symbol, decimals } = token
  const amount = withdraw
    ? leaving * grain
    : text?.toUpperCase() === 'MAX'
      ? staked * grain
      : parseAmount(text ?? '', { what: 'amount', decimals, symbol })
  const step: Step = withdraw
    ? { label: `withdraw ${say(amount, token)}`, contract: 'Court', call: prepareWithdrawStake({ court }) }
    : {
        label: `ask for ${say(amount, token)}`,
        contract: 'Court',
        call: prepareRequestUnstake({ court, amount: amount - (amount % grain) }),
      }
  const ready = withdraw ? readyAt : connection.asOf.timestamp + unstakeDelay
  const outcome = await transact(context, connection, sender, {
    title: withdraw ? 'Withdraw stake' : 'Unstake',
    facts: [
      ['amount', say(amount, token)],
      ['can leave from', moment(ready)],
    ],
    worst: 'a case that is not settled takes its part before it leaves',
    steps: [step],
  })
  return answer(connection, outcome, { amount: amountOf(amount, token), readyAt: ready }, [['from', moment(ready)]])
}

/** What has to be kept between commit and reveal. */
type Kept = { readonly incident: string; readonly award: string; readonly reason: string; readonly salt: Hex }

const secretPath = ({ config }: Context, { deployment }: Connection, incident: bigint, assessor: Address): string => {
  const folder = join(dirname(config.keystores[0] as string), 'awards', String(deployment.chainId))
  return join(folder, `${deployment.contracts.court?.address}-${incident}-${assessor}.json`)
}

/**
 * `bulwark assess commit`: commits to an award without showing it, and keeps what reveals it.
 *
 * @example
 * const { data } = await commitCommand(context)
 */
export async function commitCommand(context: Context): Promise<Result> {
  const award = parsePercent(neededOption(context, 'award', '--award 100%'), { what: 'award', decimals: 9 })
  const reason = neededOption(context, 'reason', '--reason "the contract was drained"')
  const { connection, court, sender } = await sit(context)
  const { number } = await findIncident(connection, argumentOf(context, 'incident'))
  const salt = bytesToHex(randomBytes(32))
  const file = optionOf(context, 'secret') ?? secretPath(context, connection, number, sender.address)
  const { chainId } = connection.deployment
  const bound = { award, reason: keccak256(stringToHex(reason)), salt }
  const commitment = hashAward({ court, chainId, incident: number, assessor: sender.address, ...bound })
  // Kept before it is sent: whoever cannot reveal loses part of his stake.
  if (context.options.dryRun !== true) await keep(file, { incident: `${number}`, award: `${award}`, reason, salt })
  const { commitFrom, commitTime, revealTime } = await getCase(connection.client, { court, incident: number })
  const outcome = await transact(context, connection, sender, {
    title: 'Commit an award',
    facts: [
      ['incident', String(number)],
      ['award', `${formatUnits(award, 7)} % of what is claimed`],
      ['reason', reason],
      ['secret', file],
      ['reveal', `${moment(commitFrom + commitTime)} to ${moment(commitFrom + commitTime + revealTime)}`],
    ],
    worst: 'you do not reveal in time, or judge far from the others, and part of the stake is lost',
    steps: [{ label: 'commit', contract: 'Court', call: prepareCommitAward({ court, incident: number, commitment }) }],
  })
  const revealFrom = commitFrom + commitTime
  return answer(connection, outcome, { incident: number, commitment, secret: file, revealFrom }, [
    ['secret', file],
    ['reveal from', moment(revealFrom)],
  ])
}

async function keep(file: string, kept: Kept): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
}

/**
 * `bulwark assess reveal`: shows the award that was committed to.
 *
 * @example
 * const { data } = await revealCommand(context)
 */
export async function revealCommand(context: Context): Promise<Result> {
  const { connection, court, sender } = await sit(context)
  const { number } = await findIncident(connection, argumentOf(context, 'incident'))
  const file = optionOf(context, 'secret') ?? secretPath(context, connection, number, sender.address)
  const { award, reason, salt } = await readKept(file)
  const bound = { award: BigInt(award), reason: keccak256(stringToHex(reason)), salt }
  const { chainId } = connection.deployment
  const commitment = hashAward({ court, chainId, incident: number, assessor: sender.address, ...bound })
  const committed = await getCommitment(connection.client, { court, incident: number, assessor: sender.address })
  if (BigInt(committed) !== 0n && committed !== commitment) {
    throw new UsageError(`${file} is not what you committed to.`, { advice: 'Name the right file with --secret.' })
  }
  const outcome = await transact(context, connection, sender, {
    title: 'Reveal an award',
    facts: [
      ['incident', String(number)],
      ['award', `${formatUnits(bound.award, 7)} % of what is claimed`],
      ['reason', reason],
    ],
    worst: 'you judged far from the others, and part of the stake is lost',
    steps: [{ label: 'reveal', contract: 'Court', call: prepareRevealAward({ court, incident: number, ...bound }) }],
  })
  return answer(connection, outcome, { incident: number, award: bound.award, reason }, [
    ['award', `${award} billionths`],
  ])
}

async function readKept(file: string): Promise<Kept> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    const advice = 'Name the file that `bulwark assess commit` wrote: --secret FILE.'
    throw new NotFoundError(`There is no secret at ${file}.`, { cause, advice })
  }
  try {
    const { incident, award, reason, salt } = JSON.parse(text) as Kept
    if (!/^\d+$/.test(award)) throw new UsageError('no award')
    return { incident, award, reason, salt: parseHex(salt, { what: 'salt', bytes: 32 }) }
  } catch (cause) {
    throw new UsageError(`${file} is not a secret of \`bulwark assess commit\`.`, { cause })
  }
}

/**
 * `bulwark assess queue`: the cases that take commits or reveals, and where the assessor stands in each.
 *
 * @example
 * const { data } = await queueCommand(context)
 */
export async function queueCommand(context: Context): Promise<Result> {
  const { connection, court, sender, token } = await sit(context)
  const { client, core, asOf } = connection
  const assessor = sender.address
  const opened = await scanEvents(connection, { abi: courtAbi, address: court, eventName: 'CaseOpened' })
  const revealed = await scanEvents(connection, {
    ...{ abi: courtAbi, address: court, eventName: 'Revealed', args: { assessor } },
  })
  const { grain } = await getCourtBounds(client, { court })
  const { staked, leaving, locked } = await getAssessor(client, { court, assessor })
  const cases = await Promise.all(
    opened.map(async ({ args }) => {
      const incident = args.incident as bigint
      const [{ commitFrom, commitTime, revealTime, settled }, commitment, { number: _, ...claim }] = await Promise.all([
        getCase(client, { court, incident }),
        getCommitment(client, { court, incident, assessor }),
        findIncident(connection, String(incident)),
      ])
      const terms = await getTerms(client, { listings: core.listings, listing: claim.listing })
      const [commitUntil, revealUntil] = [commitFrom + commitTime, commitFrom + commitTime + revealTime]
      const now = asOf.timestamp
      const phase =
        now < commitFrom ? 'evidence' : now < commitUntil ? 'commit' : now < revealUntil ? 'reveal' : 'counted'
      const yours = revealed.some((event) => event.args.incident === incident)
        ? 'revealed'
        : BigInt(commitment) === 0n
          ? 'nothing'
          : 'committed'
      const { listing, ratio, lossTime } = claim
      const bond = amountOf(terms.bond, await getToken(connection, terms.bondToken))
      return { incident, listing, ratio, lossTime, bond, phase, yours, commitFrom, commitUntil, revealUntil, settled }
    }),
  )
  const earnings = await getEarnings(client, { court, token: token.address, earner: assessor })
  const shown = context.options.all === true ? cases : cases.filter(({ settled }) => !settled)
  const rows = shown.map(({ incident, listing, ratio, phase, yours, commitUntil, revealUntil }) => [
    ...[String(incident), String(listing), percent(ratio), phase, yours, moment(commitUntil), moment(revealUntil)],
  ])
  const columns = ['incident', 'listing', 'claimed', 'phase', 'yours', 'commit until', 'reveal until']
  return {
    data: {
      ...{ asOf, assessor, cases: shown },
      stake: {
        staked: amountOf(staked * grain, token),
        leaving: amountOf(leaving * grain, token),
        locked: amountOf(locked * grain, token),
      },
      earnings: amountOf(earnings, token),
    },
    view: [
      { columns, rows, empty: 'No case is open.' },
      {
        fields: [
          ['staked', say(staked * grain, token)],
          ['leaving', say(leaving * grain, token)],
          ['liable', say(locked * grain, token)],
          ['earned', say(earnings, token)],
        ],
      },
    ],
  }
}

/**
 * `bulwark assess collect`: pays out what an assessor earned, in the stake token and in the token of a bond.
 *
 * @example
 * const { data } = await collectCommand(context)
 */
export async function collectCommand(context: Context): Promise<Result> {
  const { connection, court, sender, token } = await sit(context)
  const { client, core } = connection
  const earner = sender.address
  const opened = await scanEvents(connection, { abi: courtAbi, address: court, eventName: 'CaseOpened' })
  const listings = [...new Set(opened.map(({ args }) => args.listing as bigint))]
  const bonds = await Promise.all(
    listings.map(async (listing) => (await getTerms(client, { listings: core.listings, listing })).bondToken),
  )
  const tokens: Token[] = await Promise.all(
    [...new Set([token.address, ...bonds])].map((address) => getToken(connection, address)),
  )
  const earned = await Promise.all(
    tokens.map(async (of) => ({ of, amount: await getEarnings(client, { court, token: of.address, earner }) })),
  )
  const due = earned.filter(({ amount }) => amount > 0n)
  if (due.length === 0) throw new NotFoundError(`${earner} has earned nothing that is not collected.`)
  const outcome = await transact(context, connection, sender, {
    title: 'Collect earnings',
    facts: due.map(({ of, amount }) => ['earned', say(amount, of)] as const),
    worst: 'only gas is spent',
    steps: due.map(({ of, amount }) => ({
      label: `collect ${say(amount, of)}`,
      contract: 'Court',
      call: prepareCollectEarnings({ court, token: of.address, earner }),
    })),
  })
  const collected = due.map(({ of, amount }) => amountOf(amount, of))
  return answer(
    connection,
    outcome,
    { collected },
    due.map(({ of, amount }) => ['collected', say(amount, of)] as const),
  )
}

function answer(
  { asOf }: Connection,
  outcome: Outcome,
  data: Readonly<Record<string, unknown>>,
  fields: Fields,
): Result {
  return { data: { asOf, ...data, ...outcomeData(outcome) }, view: [{ fields }, outcomeSection(outcome)] }
}
