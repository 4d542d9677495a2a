import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the keeper counts, for Prometheus. */
export class KeeperMetrics {
  readonly registry = new Registry()
  readonly ticks = this.counter('ticks_total', 'Ticks by how they ended.', ['result'])
  readonly actions = this.counter('actions_total', 'Actions by what became of them in a tick.', ['job', 'result'])
  readonly transactions = this.counter('transactions_total', 'Transactions by how they ended.', ['job', 'state'])
  readonly spent = this.counter('spent_wei_total', 'Gas and values paid, wei.', ['job'])
  readonly wasted = this.counter('wasted_gas_total', 'Gas of transactions that reverted: lost races.', ['job'])
  readonly duration = new Histogram({
    ...{ name: 'bulwark_keeper_tick_seconds', help: 'Length of a tick.', registers: [this.registry] },
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
  })
  readonly lastGoodTick = this.gauge('last_good_tick_seconds', 'When the last good tick ended, Unix seconds.')
  readonly headBlock = this.gauge('head_block', 'The newest block that was read.')
  readonly headTime = this.gauge('head_time_seconds', 'Its time, Unix seconds.')
  readonly inFlight = this.gauge('in_flight', 'Transactions on their way.')
  readonly balance = this.gauge('balance_wei', 'What the account holds, wei.')
  readonly budgetSpent = this.gauge('budget_spent_wei', 'Spent in the last 24 hours of chain time, wei.')
  readonly budgetExhausted = this.gauge('budget_exhausted', '1 if something waits because the budget is spent.')
  readonly planned = this.gauge('planned_actions', 'Actions of the last plan, by urgency.', ['urgency'])
  readonly incidents = this.gauge('incidents', 'Incidents by where they stand.', ['status'])
  readonly feedAge = this.gauge('feed_age_seconds', 'Age of the newest round, for each listing with cover.', [
    'listing',
  ])
  readonly feedHeartbeat = this.gauge('feed_heartbeat_seconds', 'How often the feed has to report.', ['listing'])
  readonly reorgs = this.gauge('reorgs', 'How often blocks were taken back since the start.')
  readonly reorgDepth = this.gauge('reorg_depth_blocks', 'How many blocks were taken back the last time.')
  readonly budgetLimit = this.gauge('budget_limit_wei', 'The most that it may spend in 24 hours, wei.')
  readonly reminders = this.gauge('reminders', 'Awards that an assessor has committed and not revealed.')

  private counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name: `bulwark_keeper_${name}`, help, labelNames, registers: [this.registry] })
  }

  private gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name: `bulwark_keeper_${name}`, help, labelNames, registers: [this.registry] })
  }
}
