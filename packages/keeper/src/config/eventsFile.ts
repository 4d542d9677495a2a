import { readFile } from 'node:fs/promises'
import { type Hex, isHex, keccak256 } from 'viem'
import { z } from 'zod'
import { ConfigError } from '../errors.ts'

const number = z.union([z.int().min(0), z.string().regex(/^\d{1,19}$/)]).transform(BigInt)
const hex = z.string().refine((text): text is Hex => isHex(text) && text.length <= 512, 'facts are bytes in hex')
const fields = { listing: number, facts: hex, zone: number, begins: number, ends: number, lastSale: number }
const schema = z.strictObject({ version: z.literal(1), events: z.array(z.strictObject(fields)).max(100_000) })

/** An insured event as its quote named it, with the facts in the clear. */
export type KnownEvent = {
  readonly listing: bigint
  /** What the event is told by. */
  readonly facts: Hex
  readonly event: {
    readonly facts: Hex
    readonly zone: bigint
    readonly begins: bigint
    readonly ends: bigint
    readonly lastSale: bigint
  }
}

/**
 * Reads the file of insured events that a quote signer publishes: only he knows which facts a key stands for.
 *
 * @throws {ConfigError} if there is none, or if a field is not what it should be.
 * @example
 * const events = await readEventsFile('events.json')
 */
export async function readEventsFile(path: string): Promise<readonly KnownEvent[]> {
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
  return data.events.map(({ listing, facts, ...event }) => ({
    listing,
    facts,
    event: { ...event, facts: keccak256(facts) },
  }))
}
