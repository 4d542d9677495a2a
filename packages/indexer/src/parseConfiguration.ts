import { FatalError } from '@bulwark/service'
import { z } from 'zod'

/** What the indexer runs on. */
export type IndexerConfiguration = {
  /** The manifest of the deployment. */
  readonly deployment: string
  readonly rpcUrls: readonly string[]
  /** PostgreSQL, as the role that owns the tables. */
  readonly databaseUrl: string
  /** Milliseconds between two questions for a new block. */
  readonly pollingInterval: number
  /** Where health and metrics are served. */
  readonly host: string
  readonly port: number
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'
}

const whole = (minimum: number, maximum: number) => z.coerce.number().int().min(minimum).max(maximum)

const Environment = z.object({
  BULWARK_DEPLOYMENT: z.string().min(1),
  BULWARK_RPC_URLS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .pipe(
      z
        .array(z.url({ protocol: /^(https?|wss?)$/ }))
        .min(1)
        .max(16),
    ),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
  BULWARK_POLLING_INTERVAL: whole(100, 60_000).default(1_000),
  BULWARK_INDEXER_HOST: z.string().default('127.0.0.1'),
  BULWARK_INDEXER_PORT: whole(0, 65_535).default(9_465),
  BULWARK_LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
})

/**
 * Reads the configuration of the indexer from environment variables.
 *
 * @throws {FatalError} if one is missing or is not what it should be.
 * @example
 * const configuration = parseConfiguration(process.env)
 */
export function parseConfiguration(environment: Readonly<Record<string, string | undefined>>): IndexerConfiguration {
  const { data, error } = Environment.safeParse(environment)
  if (error) {
    const [issue] = error.issues
    const advice = 'docs/indexer.md says what each variable does.'
    throw new FatalError(`The environment variable ${String(issue?.path[0])} does not fit: ${issue?.message}.`, {
      advice,
    })
  }
  return {
    ...{ deployment: data.BULWARK_DEPLOYMENT, rpcUrls: data.BULWARK_RPC_URLS, databaseUrl: data.DATABASE_URL },
    ...{ pollingInterval: data.BULWARK_POLLING_INTERVAL, host: data.BULWARK_INDEXER_HOST },
    ...{ port: data.BULWARK_INDEXER_PORT, logLevel: data.BULWARK_LOG_LEVEL },
  }
}
