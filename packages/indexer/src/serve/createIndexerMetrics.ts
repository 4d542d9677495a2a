import { Gauge, Registry } from 'prom-client'
import type { Indexer, IndexerState } from '../startIndexer.ts'

const states: readonly IndexerState[] = ['waiting', 'running', 'restarting', 'stopped', 'failed']

/**
 * What an indexer says of itself, for Prometheus. Read when it is asked for, since what is asked is in the database.
 *
 * @example
 * const registry = createIndexerMetrics(indexer)
 * console.log(await registry.metrics())
 */
export function createIndexerMetrics(indexer: Pick<Indexer, 'state' | 'starts' | 'progress'>): Registry {
  const registry = new Registry()
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `bulwark_indexer_${name}`, help, labelNames, registers: [registry] })
  const head = gauge('head_block', 'The last block that the tables hold.')
  const headTime = gauge('head_time_seconds', 'Its time, Unix seconds.')
  const finalized = gauge('finalized_block', 'The last block that cannot be taken back.')
  const ready = gauge('ready', '1 once the tables have caught up with the chain.')
  const database = gauge('database_up', '1 if the database answered.')
  const starts = gauge('starts', 'How often Ponder was started since this process was.')
  const state = gauge('state', '1 for what the indexer does: waiting is for another one that works.', ['state'])

  const collect = registry.metrics.bind(registry)
  registry.metrics = async () => {
    for (const name of states) state.set({ state: name }, indexer.state === name ? 1 : 0)
    starts.set(indexer.starts)
    try {
      const progress = await indexer.progress()
      database.set(1)
      ready.set(progress?.ready ? 1 : 0)
      head.set(Number(progress?.block ?? 0n))
      headTime.set(Number(progress?.timestamp ?? 0n))
      finalized.set(Number(progress?.finalized ?? 0n))
    } catch {
      database.set(0)
    }
    return collect()
  }
  return registry
}
