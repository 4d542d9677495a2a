import { z } from 'zod'
import { ConfigurationError } from './errors.ts'

/** What the API runs on. */
export type Configuration = {
  /** PostgreSQL, as a role that may read. */
  readonly databaseUrl: string
  readonly host: string
  readonly port: number
  /** Names of the deployments that are served; all if left out. */
  readonly only: readonly string[] | undefined
  /** Origins whose pages may read answers. */
  readonly origins: readonly string[]
  /** Requests a client may send in a window of seconds. */
  readonly rate: { readonly limit: number; readonly window: number }
  /** Proxies of our own in front. */
  readonly proxies: number
  readonly connections: number
  /** Seconds behind the head from which `/ready` is 503. */
  readonly maxLag: number | undefined
  /** A file that names webhooks. */
  readonly webhooksFile: string | undefined
  /** PostgreSQL, as a role that may write the schema `bulwark_webhooks`. */
  readonly webhooksDatabaseUrl: string | undefined
  /** Whether webhooks may be told at addresses that are not public. */
  readonly webhooksPrivate: boolean
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'
}

const whole = (minimum: number, maximum: number) => z.coerce.number().int().min(minimum).max(maximum)
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
)

const Environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
  BULWARK_API_HOST: z.string().default('127.0.0.1'),
  BULWARK_API_PORT: whole(0, 65_535).default(42_069),
  BULWARK_API_DEPLOYMENTS: list.optional(),
  BULWARK_API_ORIGINS: list.default(['*']),
  BULWARK_API_RATE: z
    .string()
    .regex(/^\d{1,9}\/\d{1,5}$/, 'must be REQUESTS/SECONDS')
    .default('600/60'),
  BULWARK_API_PROXIES: whole(0, 10).default(0),
  BULWARK_API_CONNECTIONS: whole(1, 100).default(8),
  BULWARK_API_MAX_LAG: whole(1, 86_400).optional(),
  BULWARK_API_WEBHOOKS: z.string().optional(),
  BULWARK_WEBHOOKS_DATABASE_URL: z.string().optional(),
  BULWARK_WEBHOOKS_PRIVATE: z.enum(['0', '1']).default('0'),
  BULWARK_LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
})

/**
 * Reads the configuration of the API from environment variables.
 *
 * @throws {ConfigurationError} if one is missing or is not what it should be.
 * @example
 * const configuration = parseConfiguration(process.env)
 */
export function parseConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = issue?.path.join('.') ?? ''
    const advice = 'docs/api.md says what each variable does.'
    throw new ConfigurationError(`The environment variable ${name} does not fit: ${issue?.message}.`, { advice })
  }
  const value = parsed.data
  const [limit = 600, window = 60] = value.BULWARK_API_RATE.split('/').map(Number)
  return {
    ...{ databaseUrl: value.DATABASE_URL, host: value.BULWARK_API_HOST, port: value.BULWARK_API_PORT },
    ...{ only: value.BULWARK_API_DEPLOYMENTS, origins: value.BULWARK_API_ORIGINS, rate: { limit, window } },
    ...{ proxies: value.BULWARK_API_PROXIES, connections: value.BULWARK_API_CONNECTIONS },
    ...{ maxLag: value.BULWARK_API_MAX_LAG, webhooksFile: value.BULWARK_API_WEBHOOKS },
    ...{
      webhooksDatabaseUrl: value.BULWARK_WEBHOOKS_DATABASE_URL,
      webhooksPrivate: value.BULWARK_WEBHOOKS_PRIVATE === '1',
    },
    logLevel: value.BULWARK_LOG_LEVEL,
  }
}
