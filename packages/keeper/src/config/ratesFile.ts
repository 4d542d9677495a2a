import { readFile } from 'node:fs/promises'
import { type Hex, isHash } from 'viem'
import { z } from 'zod'
import { ConfigError } from '../errors.ts'

const amount = z
  .string()
  .regex(/^\d{1,19}$/, 'a rate is a WAD number in decimal digits')
  .transform(BigInt)
const seconds = z.union([z.int().min(0), z.iso.datetime().transform((text) => Math.floor(Date.parse(text) / 1000))])
const hash = z.string().refine((text): text is Hex => isHash(text), 'a hash is 32 bytes in hex')
const listing = z.union([z.int().min(1), z.string().regex(/^[1-9]\d{0,9}$/)]).transform(BigInt)

const schema = z.strictObject({
  version: z.literal(1),
  rates: z
    .array(
      z.strictObject({
        listing,
        rate: amount,
        dataHash: hash,
        modelHash: hash,
        validFrom: seconds.optional(),
        validUntil: seconds,
      }),
    )
    .max(10_000),
})

/** A rate that somebody's model worked out, and when it may be posted; times in Unix seconds. */
export type PlannedRate = {
  readonly listing: bigint
  /** WAD per year. */
  readonly rate: bigint
  readonly dataHash: Hex
  readonly modelHash: Hex
  readonly validFrom: bigint
  readonly validUntil: bigint
}

/**
 * Reads a rates file: see docs/keeper.md.
 *
 * @throws {ConfigError} if there is none, or if a field is not what it should be.
 * @example
 * const rates = await readRatesFile('rates.json')
 */
export async function readRatesFile(path: string): Promise<readonly PlannedRate[]> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new ConfigError({ where: path, reason: 'it cannot be read as JSON', cause })
  }
  const { success, data, error } = schema.safeParse(value)
  if (!success) {
    const [issue] = error.issues
    throw new ConfigError({
      where: `${path}: ${issue?.path.join('.')}`,
      reason: issue?.message ?? 'invalid',
      cause: error,
    })
  }
  const listings = data.rates.map(({ listing }) => listing)
  const twice = listings.find((listing, index) => listings.indexOf(listing) !== index)
  if (twice !== undefined) throw new ConfigError({ where: path, reason: `listing ${twice} stands in it twice` })
  return data.rates.map(({ validFrom = 0, validUntil, ...rate }) => ({
    ...rate,
    validFrom: BigInt(validFrom),
    validUntil: BigInt(validUntil),
  }))
}
