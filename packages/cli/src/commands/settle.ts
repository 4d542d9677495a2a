import { readFile } from 'node:fs/promises'
import {
  getCover,
  getRiskId,
  getSettlement,
  getTerms,
  incidentsAbi,
  type LeafClaim,
  poolAbi,
  prepareRule,
  prepareSettle,
  prepareSettleCase,
  prepareSettleLeaves,
} from '@bulwark/sdk'
import { type Address, type Hex, isAddressEqual, parseEventLogs } from 'viem'
import { chooseSender } from '../chain/chooseSender.ts'
import { type Connection, connect } from '../chain/connect.ts'
import { findIncident } from '../chain/findIncident.ts'
import { percent } from '../chain/format.ts'
import { listPools, type Pool } from '../chain/pools.ts'
import { scanEvents } from '../chain/scanEvents.ts'
import { simulateSteps } from '../chain/simulateSteps.ts'
import { amountOf } from '../chain/tokens.ts'
import { outcomeData, outcomeSection, type Step, transact } from '../chain/transact.ts'
import { NotFoundError, UsageError } from '../errors.ts'
import { parseCount } from '../parse/parseCount.ts'
import { argumentOf, optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

/** Covers in a transaction: far below the gas of a block. */
const batchSize = 80

/**
 * `bulwark settle`: pays the covers of a granted incident, all that are left or those that are named; anybody may.
 *
 * @example
 * const { data } = await settleCommand(context)
 */
export async function settleCommand(context: Context): Promise<Result> {
  const wanted = context.rest.map((text) => parseCount(text, { what: 'cover', least: 1n }))
  const connection = await connect(context)
  const { core } = connection
  const incident = await findIncident(connection, argumentOf(context, 'incident'))
  const { number, status } = incident
  if (status !== 'granted' && status !== 'open') {
    throw new UsageError(`Incident ${number} is ${status}.`, { advice: 'Nothing is paid on it any more.' })
  }
  const sender = await chooseSender(context)
  const done = context.talk.wait('Looking for covers')
  const covers = await unsettled(connection, incident, wanted).finally(done)
  const proofs = optionOf(context, 'proofs')
  const leaves = proofs === undefined ? undefined : await readLeaves(proofs)
  const first = status === 'open' ? [ruling(core.incidents, number)] : []
  const batches: Step[] = []
  for (const { ids } of covers) {
    for (let start = 0; start < ids.length; start += batchSize) {
      const batch = ids.slice(start, start + batchSize)
      const call =
        leaves === undefined
          ? prepareSettle({ incidents: core.incidents, incident: number, ids: batch.map(({ id }) => id) })
          : prepareSettleLeaves({ incidents: core.incidents, incident: number, claims: claimsOf(batch, leaves) })
      const step = {
        label: `settle ${batch.length} cover${batch.length === 1 ? '' : 's'}`,
        contract: 'Incidents',
        call,
      }
      if (await pays(connection, sender.address, [...first, step], wanted.length > 0)) batches.push(step)
    }
  }
  const closing = await bookedCase(connection, sender.address, incident, [...first, ...batches])
  const steps = [...first, ...batches, ...closing]
  if (steps.length === 0) {
    throw new NotFoundError(`No cover is left that incident ${number} pays.`, {
      advice: 'Each may need its loss proven first: `bulwark prove holding`.',
    })
  }
  const outcome = await transact(context, connection, sender, {
    title: 'Settle',
    facts: [
      ['incident', String(number)],
      [
        'pays',
        status === 'open' ? 'what is ruled now' : `${percent(incident.share)} of each sum insured, to its holder`,
      ],
    ],
    worst: 'somebody settles first, and only gas is spent',
    steps,
  })
  const logs = outcome.receipts.flatMap((receipt) => receipt.logs)
  const settled = parseEventLogs({ abi: incidentsAbi, logs, eventName: 'CoverSettled' })
  const payments = settled.map(({ args: { id, to, payout } }) => {
    const pool = covers.find(({ ids }) => ids.some((cover) => cover.id === id))?.pool
    const asset = pool?.asset ?? { symbol: 'units', decimals: 0 }
    return { cover: id, to, paid: amountOf(payout, asset) }
  })
  const rows = payments.map(({ cover, to, paid }) => [String(cover), to, `${paid.value} ${paid.symbol}`])
  return {
    data: { asOf: connection.asOf, incident: number, payments, ...outcomeData(outcome) },
    view: [{ columns: ['cover', 'to', 'paid'], rows, empty: 'Nothing was paid yet.' }, outcomeSection(outcome)],
  }
}

type Unsettled = { readonly id: bigint; readonly account: Address }

async function unsettled(
  connection: Connection,
  { number, listing, risk }: Awaited<ReturnType<typeof findIncident>>,
  wanted: readonly bigint[],
): Promise<readonly { pool: Pool; ids: readonly Unsettled[] }[]> {
  const { client, core } = connection
  const pools = await listPools(connection)
  const found = await Promise.all(
    pools.map(async (pool) => {
      const bought = await scanEvents(connection, {
        ...{ abi: poolAbi, address: pool.address, eventName: 'CoverBought', args: { listing } },
      })
      const own = bought
        .filter(({ args }) => getRiskId({ listing, key: args.key as Hex }) === risk)
        .map(({ args }) => args.id as bigint)
        .filter((id) => wanted.length === 0 || wanted.includes(id))
      const ids = await Promise.all(
        own.map(async (id): Promise<Unsettled | undefined> => {
          const [settlement, cover] = await Promise.all([
            getSettlement(client, { incidents: core.incidents, incident: number, id }),
            getCover(client, { covers: core.covers, id }).catch(() => undefined),
          ])
          return settlement.done || cover === undefined ? undefined : { id, account: cover.protectedAccount }
        }),
      )
      return { pool, ids: ids.filter((id) => id !== undefined) }
    }),
  )
  return found.filter(({ ids }) => ids.length > 0)
}

/** Would a batch pay anything? One of which no cover was in force does not, and is left out unless it was asked for. */
async function pays(connection: Connection, from: Address, steps: readonly Step[], asked: boolean): Promise<boolean> {
  try {
    await simulateSteps(connection, from, steps)
    return true
  } catch (error) {
    if (asked || (error as Error).name !== 'NothingToSettleError') throw error
    return false
  }
}

const ruling = (incidents: Address, incident: bigint): Step => ({
  ...{ label: 'take the ruling', contract: 'Incidents', call: prepareRule({ incidents, incident }) },
})

/** Books slashes and fees of a case that was judged, if that can be done by now. */
async function bookedCase(
  connection: Connection,
  from: Address,
  { number, listing }: Awaited<ReturnType<typeof findIncident>>,
  before: readonly Step[],
): Promise<readonly Step[]> {
  const { client, core, addresses } = connection
  const { court } = addresses
  const { adjudicator } = await getTerms(client, { listings: core.listings, listing })
  if (court === undefined || !isAddressEqual(adjudicator, court)) return []
  const step = { label: 'settle the case', contract: 'Court', call: prepareSettleCase({ court, incident: number }) }
  const simulated = await simulateSteps(connection, from, [...before, step]).catch(() => [])
  return simulated.at(-1) === undefined ? [] : [step]
}

type Leaf = { readonly account: string; readonly loss: string; readonly first: number; readonly nodes: [Hex, string][] }

async function readLeaves(file: string): Promise<{ depth: bigint; proofs: ReadonlyMap<string, Leaf> }> {
  try {
    const { depth, proofs } = JSON.parse(await readFile(file, 'utf8')) as { depth: number; proofs: Leaf[] }
    return { depth: BigInt(depth), proofs: new Map(proofs.map((leaf) => [leaf.account.toLowerCase(), leaf])) }
  } catch (cause) {
    const advice = 'Take the proofs.json that `bulwark losses prove --out` wrote.'
    throw new UsageError(`${file} holds no proofs of losses.`, { cause, advice })
  }
}

function claimsOf(
  covers: readonly Unsettled[],
  { depth, proofs }: Awaited<ReturnType<typeof readLeaves>>,
): readonly LeafClaim[] {
  return covers.flatMap(({ id, account }): LeafClaim[] => {
    const leaf = proofs.get(account.toLowerCase())
    if (leaf === undefined) return []
    const nodes = leaf.nodes.map(([hash, sum]) => ({ hash, sum: BigInt(sum) }))
    const leaves = [{ account, loss: BigInt(leaf.loss) }]
    return [{ id, leaves, proof: { first: BigInt(leaf.first), depth, nodes } }]
  })
}
