import { coversAbi, getGrain } from '@bulwark/sdk'
import type { Address } from 'viem'
import { chooseSender } from '../chain/chooseSender.ts'
import { type Connection, connect } from '../chain/connect.ts'
import { type FoundCover, findCover } from '../chain/findCover.ts'
import { moment } from '../chain/format.ts'
import { listFromApi } from '../chain/listFromApi.ts'
import { scanEvents } from '../chain/scanEvents.ts'
import { amountOf, say } from '../chain/tokens.ts'
import { parseAddress } from '../parse/parseAddress.ts'
import { optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

/**
 * `bulwark covers`: the covers of an account, or one of them.
 *
 * @example
 * const { data } = await coversCommand(context)
 */
export async function coversCommand(context: Context): Promise<Result> {
  const connection = await connect(context)
  const { asOf } = connection
  const wanted = context.args.cover
  if (wanted !== undefined) {
    const found = await findCover(connection, wanted)
    return {
      data: { asOf, cover: dataOf(found, asOf.timestamp) },
      view: [{ fields: [...fieldsOf(found, asOf.timestamp)] }],
    }
  }
  const text = optionOf(context, 'owner')
  const owner = text === undefined ? (await chooseSender(context)).address : parseAddress(text, 'owner')
  const done = context.talk.wait('Looking for covers')
  const ids = await idsOf(context, connection, owner).finally(done)
  const found = await Promise.all(ids.map((id) => findCover(connection, String(id)).catch(() => undefined)))
  // An index may be behind: who owns a cover, the chain says.
  const own = found.filter((cover) => cover !== undefined).filter((cover) => cover.owner === owner)
  const rows = own.map((cover) => [
    ...[String(cover.id), String(cover.cover.listing), insuredOf(cover), moment(cover.cover.start)],
    ...[moment(cover.cover.end), stateOf(cover, asOf.timestamp)],
  ])
  const columns = ['cover', 'listing', 'insured', 'bought', 'ends', 'state']
  return {
    data: { asOf, owner, covers: own.map((cover) => dataOf(cover, asOf.timestamp)) },
    view: [{ columns, rows, empty: `${owner} has no cover.` }],
  }
}

async function idsOf(context: Context, connection: Connection, owner: Address): Promise<readonly bigint[]> {
  const { api } = context.config
  if (api !== undefined) {
    const listed = await listFromApi(context, connection, `/v1/covers?owner=${owner}`)
    const ids = listed?.map(({ id }) => id).filter((id) => typeof id === 'string' && /^\d+$/.test(id))
    if (ids !== undefined) return ids.map((id) => BigInt(id as string))
  }
  const events = await scanEvents(connection, {
    ...{ abi: coversAbi, address: connection.core.covers, eventName: 'Transfer', args: { to: owner } },
  })
  return [...new Set(events.map(({ args }) => args.id as bigint))]
}

const insuredOf = ({ cover, pool }: FoundCover) => say(cover.amount * getGrain(pool.asset.decimals), pool.asset)

function stateOf({ cover }: FoundCover, now: bigint): string {
  if (cover.amount === 0n) return 'used up'
  return cover.end > now ? 'in force until then' : 'ended'
}

function dataOf({ id, cover, owner, pool }: FoundCover, now: bigint): Record<string, unknown> {
  const grain = getGrain(pool.asset.decimals)
  return {
    ...{ id, owner, pool: { number: pool.number, address: pool.address }, listing: cover.listing },
    ...{ remaining: amountOf(cover.amount * grain, pool.asset), insured: amountOf(cover.insured * grain, pool.asset) },
    ...{ start: cover.start, end: cover.end, ended: cover.end <= now, key: cover.key },
    protectedAccount: cover.protectedAccount,
  }
}

function fieldsOf(found: FoundCover, now: bigint): readonly (readonly [string, string])[] {
  const { id, cover, owner, pool } = found
  return [
    ['cover', String(id)],
    ['owner', owner],
    ['pool', `${pool.number} (${pool.address})`],
    ['listing', String(cover.listing)],
    ['insured', insuredOf(found)],
    ['bought', moment(cover.start)],
    ['ends', moment(cover.end)],
    ['state', stateOf(found, now)],
    ...(BigInt(cover.protectedAccount) === 0n ? [] : [['protects', cover.protectedAccount] as const]),
  ]
}
