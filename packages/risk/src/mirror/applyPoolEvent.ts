import { RiskError } from '../exact/errors.ts'
import type { MirrorEvent, MirrorEventName } from './events.ts'
import { poolEvents } from './internal/poolEvents.ts'
import { protocolEvents } from './internal/protocolEvents.ts'
import { Transition } from './internal/Transition.ts'
import type { MirrorStore } from './store.ts'

/** What becomes of a pool whose event cannot be applied. */
export type ApplyPoolEventOptions = {
  /**
   * Gives up that pool alone, instead of throwing: its later events are passed over, and `loadPool` says why. A pool's asset
   * is anybody's choice: one that answers differently each time must not hold up the others. @default false
   */
  quarantine?: boolean
}

/**
 * Moves a mirror by one event of a deployment: every event of `Listings`, `PoolFactory`, `Incidents` and the pools, from
 * the first block on and in order. Events that move no pool change nothing.
 *
 * Records are read once and written together at the end, those that changed alone: if it throws, nothing was written,
 * unless the store itself failed.
 *
 * @throws {MirrorError} if events are missing or out of order.
 * @throws {RiskError} if the numbers belong to no state that a pool can be in.
 * @example
 * await applyPoolEvent(store, { address, timestamp, eventName: 'ProtocolFeeSet', args: { fee: 500 } })
 */
export async function applyPoolEvent(
  store: MirrorStore,
  event: MirrorEvent,
  { quarantine = false }: ApplyPoolEventOptions = {},
): Promise<void> {
  const records = new Transition(store, event.timestamp)
  try {
    await apply(records, event)
    await records.commit()
  } catch (error) {
    // A division by zero is a RangeError.
    if (!quarantine || !(error instanceof RiskError || error instanceof RangeError)) throw error
    const key = await concernedPool(store, event)
    const pool = key === undefined ? undefined : await store.get('pool', key)
    if (key === undefined || !pool) throw error
    await store.set('pool', key, { ...pool, diverged: error instanceof RiskError ? error.shortMessage : error.message })
  }
}

async function apply(records: Transition, { eventName, address, args, timestamp: now }: MirrorEvent): Promise<void> {
  const name = eventName as MirrorEventName
  const ofProtocol = protocolEvents[name] as ((records: Transition, args: unknown) => unknown) | undefined
  const ofPool = poolEvents[name] as ((context: object, args: unknown) => unknown) | undefined
  if (ofProtocol) await ofProtocol(records, args)
  if (!ofPool) return
  const key = address.toLowerCase()
  // A pool names its curator before the factory names the pool.
  const pool = await (name === 'CuratorSet' ? records.find('pool', key) : records.load('pool', key))
  if (pool && !pool.diverged) await ofPool({ records, pool, now }, args)
}

/** The pool that an event is about: its emitter, or that of a cover that it settles. */
async function concernedPool(
  store: MirrorStore,
  { eventName, address, args }: MirrorEvent,
): Promise<string | undefined> {
  if (eventName in poolEvents) return address.toLowerCase()
  const { id } = args as { id?: bigint | number }
  return id === undefined ? undefined : (await store.get('poolNumber', `${BigInt(id) >> 40n}`))?.pool
}
