import type { Address } from 'viem'
import { incidents, triggerReadings, triggerSpans, triggerStates, triggers } from '../ponder.schema.ts'
import { plain } from './plain.ts'
import type { Concerns, Indexed } from './types.ts'

type Kind = (typeof triggers.$inferInsert)['kind']
type Span = typeof triggerSpans.$inferInsert
type State = typeof triggerStates.$inferInsert

/** Writes what rules on a new listing. */
export async function listTrigger(
  { args, address: adjudicator, chainId, db, origin }: Indexed<{ listing: bigint; creator: Address }>,
  kind: Kind,
  config: unknown,
): Promise<Concerns> {
  const { listing, creator } = args
  await db.insert(triggers).values({ chainId, listing, adjudicator, kind, creator, config: plain(config), ...origin })
  return { listing, account: creator }
}

/** Writes that a trigger was armed. */
export async function arm(
  event: Indexed<{ incident: bigint; listing: bigint; finder: Address }>,
  span: Partial<Span>,
): Promise<Concerns> {
  const { args, address: adjudicator, chainId, db, origin, timestamp: armedAt } = event
  const { incident, listing, finder } = args
  const row = { listing, adjudicator, finder, status: 'armed' as const, armedAt }
  await db.insert(triggerSpans).values({ chainId, incident, ...row, ...span, ...origin })
  await note(event, { listing, incident })
  return { listing, incident, account: finder }
}

/** Writes what an armed trigger was shown; an outage that is over is proven without one. */
export async function follow(event: Indexed<{ incident: bigint }>, span: Partial<Span>): Promise<Concerns> {
  const { args, chainId, db } = event
  const { incident } = args
  const found = await db.find(triggerSpans, { chainId, incident })
  if (found) await db.update(triggerSpans, { chainId, incident }).set(span as Partial<typeof triggerSpans.$inferSelect>)
  const listing = found?.listing ?? (await db.find(incidents, { chainId, incident }))?.listing ?? 0n
  await note(event, { listing, incident })
  return { listing, incident }
}

/** Writes what a trigger knows of the source of a listing. */
export async function observe(event: Indexed<{ listing: bigint }>, state: Partial<State>): Promise<Concerns> {
  const { args, address: adjudicator, chainId, db } = event
  const { listing } = args
  await db
    .insert(triggerStates)
    .values({ chainId, listing, adjudicator, ...state })
    .onConflictDoUpdate(state as Partial<typeof triggerStates.$inferSelect>)
  await note(event, { listing })
  return { listing }
}

/** Writes a reading into the history. */
async function note(event: Indexed<unknown>, of: { listing?: bigint; incident?: bigint }): Promise<void> {
  const { address: adjudicator, chainId, db, details, name: kind, place } = event
  await db.insert(triggerReadings).values({ chainId, ...place, adjudicator, kind, details, ...of })
}
