import { z } from '@hono/zod-openapi'

/** A number of units of something that has decimals: `{ value: '1500000', decimals: 6 }` is one and a half. */
export const AmountSchema = z
  .object({
    value: z
      .string()
      .regex(/^-?\d+$/)
      .openapi({ example: '1500000', description: 'The number of smallest units.' }),
    decimals: z.int().min(0).max(36).openapi({ example: 6, description: 'Units a whole: 10 to the power of this.' }),
  })
  .openapi('Amount')

/** A moment, twice. */
export const MomentSchema = z
  .object({
    unix: z.int().openapi({ example: 1678492800, description: 'Seconds since 1970.' }),
    iso: z.string().openapi({ example: '2023-03-11T00:00:00Z', description: 'The same by ISO 8601, UTC.' }),
  })
  .openapi('Moment')

/** The block at which an answer was true. */
export const AsOfSchema = z
  .object({
    chainId: z.int(),
    blockNumber: z.string().regex(/^\d+$/),
    blockHash: z.string().nullable().openapi({ description: 'Null while the indexer has not said it.' }),
    timestamp: MomentSchema,
    finalized: z.boolean().openapi({ description: 'Whether no reorganisation can replace the block any more.' }),
  })
  .openapi('AsOf')

/** An address, with its checksum. */
export const AddressSchema = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .openapi('Address', { example: '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48' })

/** A hash. */
export const HashSchema = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/)
  .openapi('Hash')

/** Bytes. */
export const HexSchema = z
  .string()
  .regex(/^0x([0-9a-f]{2})*$/)
  .openapi('Bytes', { example: '0x' })

/** Whatever JSON can say. */
export const JsonSchema = z.unknown().openapi('Plain', {
  description: 'Values by name as the contract has them; integers as decimal digits.',
})

/** A number that JSON cannot hold. */
export const IntegerSchema = z
  .string()
  .regex(/^-?\d+$/)
  .openapi('Integer', { example: '1099511627777', description: 'A whole number, in decimal digits.' })

/** An address in a request, in whatever case; the tables hold lower case. */
export const AddressParameter = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'must be an address: 0x and 40 hexadecimal digits')
  .transform((address) => address.toLowerCase())

/** A hash in a request. */
export const HashParameter = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, 'must be a hash: 0x and 64 hexadecimal digits')
  .transform((hash) => hash.toLowerCase())

/** An id in a request: a whole number of the contracts. */
export const IdParameter = z
  .string()
  .regex(/^(0|[1-9]\d{0,77})$/, 'must be a whole number in decimal digits')
  .openapi({ example: '1' })

/** A number of seconds or a block in a request. */
export const NumberParameter = z
  .string()
  .regex(/^(0|[1-9]\d{0,15})$/, 'must be a whole number of at most 16 digits')
  .openapi({ example: '1678492800' })

/** The chain whose deployment is asked for. */
export const ChainParameter = z
  .string()
  .regex(/^[1-9]\d{0,15}$/, 'must be the id of a chain')
  .optional()
  .openapi({ description: 'The id of the chain; needed where deployments on several are served.', example: '1' })

/** How many rows a page has. */
export const LimitParameter = z
  .string()
  .regex(/^([1-9]\d?|1\d\d|200)$/, 'must be a number from 1 to 200')
  .transform(Number)
  .optional()
  .openapi({ type: 'integer', minimum: 1, maximum: 200, default: 50 } as never)

/** Where a page begins. */
export const CursorParameter = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,1000}$/, 'must be a `next_cursor`, as it came')
  .optional()
  .openapi({ description: 'The `next_cursor` of the page before.' })

/** What reports a problem: RFC 9457. */
export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'Stable: what a program looks at.' }),
    detail: z.string(),
    advice: z.string().openapi({ description: 'What to do about it.' }),
    instance: z.string().openapi({ description: 'The request, as the log knows it.' }),
    errors: z.array(z.object({ in: z.string(), field: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem')
