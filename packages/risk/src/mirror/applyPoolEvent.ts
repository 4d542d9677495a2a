import type { MirrorEvent, MirrorEventName } from './events.ts'
import { poolEvents } from './internal/poolEvents.ts'
import { protocolEvents } from './internal/protocolEvents.ts'
import { Transition } from './internal/Transition.ts'
import type { MirrorStore } from './store.ts'

/**
 * Moves a mirror by one event of a deployment: every event of `Listings`, `PoolFactory`, `Incidents` and the pools, from
 * the first block on and in order. Events that move no pool change nothing.
 *
 * Records are read once and written together at the end, those that changed alone: if it throws, nothing was written,
 * unless the store itself failed.
 *
 * @throws {MirrorError} if events are missing or out of order.
 * @example
 * await applyPoolEvent(createMemoryStore(), { address: '0x…', timestamp: 1n, eventName: 'ProtocolFeeSet', args: { fee: 500 } })
 */
export async function applyPoolEvent(store: MirrorStore, event: MirrorEvent): Promise<void> {
  const name = event.eventName as MirrorEventName
  const records = new Transition(store, event.timestamp)
  const ofProtocol = protocolEvents[name] as ((records: Transition, args: unknown) => unknown) | undefined
  const ofPool = poolEvents[name] as ((context: object, args: unknown) => unknown) | undefined
  if (ofProtocol) await ofProtocol(records, event.args)
  else if (ofPool) {
    const key = event.address.toLowerCase()
    const pool = await (name === 'CuratorSet' ? records.find('pool', key) : records.load('pool', key))
    // A pool names its curator before the factory names the pool.
    if (pool) await ofPool({ records, pool, now: event.timestamp }, event.args)
  }
  await records.commit()
}
