import { z } from 'zod'
import { ConfigurationError } from '../errors.ts'

/** Somebody who wants to be told. */
export type Webhook = {
  /** What the operator calls it: letters, digits and hyphens. It never changes; deliveries are counted by it. */
  readonly name: string
  readonly url: string
  /** What signatures are made with: 32 characters at least. Two, while one replaces the other. */
  readonly secrets: readonly string[]
  readonly events: readonly ('incident' | 'ruling' | 'settlement')[]
  /** Told at once, or once no reorganisation can take it back. */
  readonly when: 'latest' | 'finalized'
  /** Only of these; of all if left out. */
  readonly incidents: readonly string[] | undefined
  readonly pools: readonly string[] | undefined
}

const types = ['incident', 'ruling', 'settlement'] as const

const File = z.strictObject({
  webhooks: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be letters, digits and hyphens'),
        url: z.url({ protocol: /^https?$/ }),
        secrets: z.array(z.string().min(32, 'must have 32 characters at least')).min(1).max(2),
        events: z
          .array(z.enum(types))
          .min(1)
          .default([...types]),
        when: z.enum(['latest', 'finalized']).default('latest'),
        incidents: z.array(z.string().regex(/^\d+$/)).optional(),
        pools: z.array(z.string().regex(/^0x[0-9a-fA-F]{40}$/)).optional(),
      }),
    )
    .max(1000),
})

/**
 * Reads the file that names webhooks.
 *
 * @throws {ConfigurationError} if it is not what it should be.
 * @example
 * const webhooks = parseWebhooks(await readFile('webhooks.json', 'utf8'))
 */
export function parseWebhooks(text: string): readonly Webhook[] {
  const advice = 'docs/api.md shows one.'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ConfigurationError('The file of webhooks is no JSON.', { cause, advice })
  }
  const parsed = File.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ConfigurationError(`The file of webhooks does not fit at ${issue?.path.join('.')}: ${issue?.message}.`, {
      advice,
    })
  }
  const names = parsed.data.webhooks.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new ConfigurationError(`Two webhooks are called ${twice}.`, { advice })
  return parsed.data.webhooks.map((webhook) => ({
    ...webhook,
    incidents: webhook.incidents,
    pools: webhook.pools?.map((pool) => pool.toLowerCase()),
  }))
}
