import { type Address, isAddress, parseEther, parseGwei } from 'viem'
import { z } from 'zod'
import { ConfigError } from '../errors.ts'

const address = z.string().refine((text): text is Address => isAddress(text), 'it is not an address')
const decimal = z.string().regex(/^\d{1,12}(\.\d{1,18})?$/, 'it is a decimal number in quotes')
const url = z.url({ protocol: /^https?$/ })

const schema = z.strictObject({
  /** The manifest of the deployment. */
  deployment: z.string().min(1),
  rpcUrls: z.array(url).min(1).max(16),
  signer: z.union([
    z.strictObject({
      keystore: z.string().min(1),
      password: z.union([z.literal('prompt'), z.literal('stdin'), z.strictObject({ file: z.string().min(1) })]),
    }),
    z.strictObject({ url, address }),
  ]),
  maxFeeGwei: decimal.default('100').transform((text) => parseGwei(text)),
  priorityFeeGwei: decimal.default('1').transform((text) => parseGwei(text)),
  dailyBudgetEther: decimal.default('0.5').transform((text) => parseEther(text)),
  intervalSeconds: z.number().min(0.05).max(30).default(4),
  readingSeconds: z.int().min(1).max(3_600).default(60),
  stuckSeconds: z.number().min(0.1).max(3_600).default(90),
  maxInFlight: z.int().min(1).max(64).default(16),
  batchGas: z.int().min(1_000_000).max(16_000_000).default(12_000_000),
  dryRun: z.boolean().default(false),
  seed: z.int().min(0).optional(),
  rates: z.string().min(1).optional(),
  events: z.string().min(1).optional(),
  salts: z.string().min(1).optional(),
  assessors: z.array(address).max(64).default([]),
  assets: z.array(address).min(1).max(1_000).optional(),
  webhook: url.optional(),
  state: z.string().min(1).optional(),
  listen: z
    .strictObject({ host: z.string().default('127.0.0.1'), port: z.int().min(0).max(65_535).default(9_464) })
    .optional(),
  logLevel: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
})

/** What a keeper is told: the fields of its configuration file, amounts in wei. */
export type KeeperConfig = z.output<typeof schema>

/** The same before defaults and units, as it stands in the file. */
export type KeeperConfigInput = z.input<typeof schema>

/**
 * Reads a configuration: the file's fields, over which the environment's go. The environment can name no secret, only
 * where one is.
 *
 * @param text the file: JSON.
 * @param environment variables; `BULWARK_RPC_URLS` (by commas), `BULWARK_DEPLOYMENT`, `BULWARK_DRY_RUN` and
 * `BULWARK_LOG_LEVEL` are read.
 * @throws {ConfigError} if a field is missing, unknown or out of its bounds.
 * @example
 * const config = parseConfig(await readFile('keeper.json', 'utf8'), process.env)
 */
export function parseConfig(
  text: string,
  environment: Readonly<Record<string, string | undefined>> = {},
): KeeperConfig {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ConfigError({ where: 'the file', reason: 'it is not JSON', cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigError({ where: 'the file', reason: 'it is not an object' })
  }
  const { BULWARK_RPC_URLS, BULWARK_DEPLOYMENT, BULWARK_DRY_RUN, BULWARK_LOG_LEVEL } = environment
  const named = {
    ...(BULWARK_RPC_URLS && { rpcUrls: BULWARK_RPC_URLS.split(',') }),
    ...(BULWARK_DEPLOYMENT && { deployment: BULWARK_DEPLOYMENT }),
    ...(BULWARK_DRY_RUN && { dryRun: !['0', 'false'].includes(BULWARK_DRY_RUN) }),
    ...(BULWARK_LOG_LEVEL && { logLevel: BULWARK_LOG_LEVEL }),
  }
  const { success, data, error } = schema.safeParse({ ...value, ...named })
  if (success) return data
  const [issue] = error.issues
  throw new ConfigError({
    where: issue?.path.join('.') || 'the file',
    reason: issue?.message ?? 'invalid',
    cause: error,
  })
}
