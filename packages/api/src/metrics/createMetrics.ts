import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the API measures of itself. */
export type Metrics = {
  readonly registry: Registry
  readonly requests: Counter<'route' | 'method' | 'status'>
  readonly duration: Histogram<'route'>
  readonly cached: Counter<'outcome'>
  readonly limited: Counter
  readonly listeners: Gauge
  readonly head: Gauge<'chain'>
  readonly lag: Gauge<'chain'>
  readonly deliveries: Counter<'outcome'>
  readonly undelivered: Gauge<'state'>
}

/**
 * The metrics of one API, in a registry of their own: two in one process do not mix.
 *
 * @example
 * const { registry } = createMetrics()
 * console.log(await registry.metrics())
 */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const counter = <label extends string>(name: string, help: string, ...labelNames: label[]) =>
    new Counter({ name: `bulwark_api_${name}`, help, labelNames, registers })
  const gauge = <label extends string>(name: string, help: string, ...labelNames: label[]) =>
    new Gauge({ name: `bulwark_api_${name}`, help, labelNames, registers })
  return {
    registry,
    requests: counter('requests_total', 'Requests answered.', 'route', 'method', 'status'),
    duration: new Histogram({
      ...{ name: 'bulwark_api_request_seconds', help: 'Time until an answer was ready.', labelNames: ['route'] },
      ...{ registers, buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5] },
    }),
    cached: counter('answers_total', 'Answers by where they came from.', 'outcome'),
    limited: counter('limited_total', 'Requests refused by the rate limit.'),
    listeners: gauge('listeners', 'Clients that listen to events.'),
    head: gauge('head_block', 'The last block indexed.', 'chain'),
    lag: gauge('lag_seconds', 'Age of the last block indexed.', 'chain'),
    deliveries: counter('webhook_deliveries_total', 'Attempts to deliver a webhook.', 'outcome'),
    undelivered: gauge('webhook_queue', 'Webhooks that wait, or were given up.', 'state'),
  }
}
