import {
  getArmedReading,
  getIncidentBounds,
  getReading,
  getReadingLevels,
  getReadingSpan,
  getRiskId,
  getTerms,
  prepareArmReading,
  prepareProveReading,
  prepareTakeReading,
  wasEverSold,
} from '@bulwark/sdk'
import { type Address, formatEther } from 'viem'
import { nameOf } from '../commands/listings.ts'
import { NotFoundError, UsageError } from '../errors.ts'
import { optionOf } from '../program/inputs.ts'
import type { Context, Fields } from '../program/types.ts'
import type { Connection } from './connect.ts'
import { moment, percent, span } from './format.ts'
import { planPriceFeed } from './planPriceFeed.ts'
import { findPool, listPools } from './pools.ts'
import type { Step } from './transact.ts'

/** The next thing that a trigger can be shown. */
export type TriggerMove = { readonly label: string; readonly facts: Fields; readonly step: Step }

/** What every move names. */
export type TriggerPlace = {
  readonly listing: bigint
  readonly trigger: Address
  /** A pool that has sold cover on the listing. */
  readonly pool: Address
  /** Who sends it. */
  readonly from: Address
  /** Wei that opening costs; they return if it is granted. */
  readonly fee: bigint
}

/**
 * Finds out what the trigger of a listing can be shown next.
 *
 * @throws {UsageError} if people rule on the listing, or reports that somebody has to bring.
 * @throws {NotFoundError} if there is nothing to show.
 * @example
 * const { step } = await planTrigger(context, connection, { listing: 1n, from: keeper })
 */
export async function planTrigger(
  context: Context,
  connection: Connection,
  { listing, from }: { readonly listing: bigint; readonly from: Address },
): Promise<TriggerMove> {
  const { client, core } = connection
  const { adjudicator } = await getTerms(client, { listings: core.listings, listing })
  const name = nameOf(connection, adjudicator)
  if (name === 'court' || name === 'optimistic') {
    throw new UsageError(`People rule on listing ${listing}.`, { advice: 'Assert the loss: `bulwark claim`.' })
  }
  if (name === 'reportTrigger') {
    throw new UsageError(`Reports rule on listing ${listing}; the keeper asks for them and brings them.`)
  }
  const { triggerFee } = await getIncidentBounds(client, { incidents: core.incidents })
  const place = {
    listing,
    from,
    trigger: adjudicator,
    pool: await soldBy(context, connection, listing),
    fee: triggerFee,
  }
  if (name === 'priceFeedTrigger') return planPriceFeed(context, connection, place)
  if (!['vaultLossTrigger', 'deficitTrigger', 'reserveTrigger', 'frozenTrigger'].includes(name)) {
    throw new UsageError(`What rules on listing ${listing} is none of this deployment's triggers.`)
  }
  return planReading(connection, place)
}

async function soldBy(context: Context, connection: Connection, listing: bigint): Promise<Address> {
  const named = optionOf(context, 'pool')
  const pools = named === undefined ? await listPools(connection) : [await findPool(connection, named)]
  const risk = getRiskId({ listing })
  for (const { address } of pools) {
    if (await wasEverSold(connection.client, { pool: address, risk })) return address
  }
  throw new NotFoundError(`Nobody has bought cover on listing ${listing}: there is nothing to prove.`)
}

async function planReading(
  connection: Connection,
  { listing, trigger, pool, fee }: TriggerPlace,
): Promise<TriggerMove> {
  const { client, asOf } = connection
  const at = { trigger, listing }
  const [incident, reading, levels] = await Promise.all([
    getArmedReading(client, at),
    getReading(client, at),
    getReadingLevels(client, at),
  ])
  if (reading.fault !== undefined) {
    throw new NotFoundError(`There is no reading now (${reading.fault}).`, { advice: 'Try again later.' })
  }
  const facts: [string, string][] = [
    ['reading', `${percent(reading.fall)} lost`],
    ['strike', `${percent(levels.strike)} for ${span(levels.persistence)}`],
  ]
  if (incident === 0n) {
    if (reading.fall <= levels.strike) {
      throw new NotFoundError(
        `${percent(reading.fall)} is lost, not more than the strike of ${percent(levels.strike)}.`,
      )
    }
    const call = prepareArmReading({ trigger, listing, pool, fee })
    facts.push(['trigger fee', `${formatEther(fee)} ETH, returned if granted`])
    return { label: 'arm', facts, step: { label: 'arm the trigger', contract: 'trigger', call } }
  }
  const { armedAt } = await getReadingSpan(client, { trigger, incident })
  facts.push(['incident', String(incident)], ['since', moment(armedAt)])
  const complete = asOf.timestamp >= armedAt + levels.persistence
  const call = complete ? prepareProveReading({ trigger, incident }) : prepareTakeReading({ trigger, incident })
  const label = complete ? 'prove' : 'read'
  return { label, facts, step: { label: complete ? 'prove the loss' : 'take a reading', contract: 'trigger', call } }
}
