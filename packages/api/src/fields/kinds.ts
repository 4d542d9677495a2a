import { z } from '@hono/zod-openapi'
import {
  AddressSchema,
  AmountSchema,
  HashSchema,
  HexSchema,
  IntegerSchema,
  JsonSchema,
  MomentSchema,
} from '../schemas/common.ts'
import { toAddress } from '../schemas/values/toAddress.ts'
import { toAddressOrNull } from '../schemas/values/toAddressOrNull.ts'
import { type Amount, toAmount } from '../schemas/values/toAmount.ts'
import { type Moment, toMoment } from '../schemas/values/toMoment.ts'
import { toMomentOrNull } from '../schemas/values/toMomentOrNull.ts'
import type { Field, Row } from './defineFields.ts'

const digits = (value: unknown): string => String(value)

/** The decimals of the asset that a row's amounts are in: its query joins them. */
function decimalsOf(row: Row): number {
  return Number(row.assetDecimals)
}

/** Amounts of the pool's asset. */
export const assets: Field<Amount> = {
  schema: AmountSchema,
  map: (value, row) => toAmount(digits(value), decimalsOf(row)),
}

/** Sums insured: the contracts count them in grains, of at most six decimals. */
export const grains: Field<Amount> = {
  schema: AmountSchema,
  map: (value, row) => toAmount(digits(value), Math.min(6, decimalsOf(row))),
}

/** Ratios, rates a year and levels. */
export const wad: Field<Amount> = { schema: AmountSchema, map: (value) => toAmount(digits(value), 18) }

/** Shares of pools, and amounts of the governance token. */
export const whole: Field<Amount> = wad

/** Weights in the court: billionths of a token; awards: billionths of what was asserted. */
export const billionths: Field<Amount> = { schema: AmountSchema, map: (value) => toAmount(digits(value), 9) }

/** Basis points. */
export const basisPoints: Field<Amount> = { schema: AmountSchema, map: (value) => toAmount(digits(value), 4) }

/** Whole numbers of any size; units of tokens whose decimals nobody recorded. */
export const integer: Field<string> = { schema: IntegerSchema, map: digits }

/** Whole numbers that JSON can hold. */
export const small: Field<number> = { schema: z.int(), map: Number }

/** Seconds. */
export const seconds: Field<number> = {
  schema: z.int().openapi({ description: 'Seconds.' }),
  map: Number,
}

/** A moment. */
export const moment: Field<Moment> = { schema: MomentSchema, map: (value) => toMoment(digits(value)) }

/** A moment, or never. */
export const momentOrNever: Field<Moment | null> = {
  schema: MomentSchema.nullable(),
  map: (value) => toMomentOrNull(value as string | null),
}

/** An address. */
export const address: Field<string> = { schema: AddressSchema, map: (value) => toAddress(digits(value)) }

/** An address, or nobody. */
export const addressOrNobody: Field<string | null> = {
  schema: AddressSchema.nullable(),
  map: (value) => toAddressOrNull(value as string | null),
}

/** A hash. */
export const hash: Field<string> = { schema: HashSchema, map: digits }

/** Bytes. */
export const bytes: Field<string> = { schema: HexSchema, map: digits }

/** Text. */
export const text: Field<string> = { schema: z.string(), map: digits }

/** Yes or no. */
export const flag: Field<boolean> = { schema: z.boolean(), map: Boolean }

/** Plain values as the contract gave them, integers as decimal digits. */
export const json: Field<unknown> = { schema: JsonSchema, map: (value) => value }

/** One of some words. */
export function oneOf<const words extends readonly [string, ...string[]]>(...words: words): Field<words[number]> {
  return { schema: z.enum(words), map: (value) => value as words[number] }
}

/** The same, or null. */
export function nullable<output>(field: Field<output>): Field<output | null> {
  return {
    schema: field.schema.nullable(),
    map: (value, row) => (value === null || value === undefined ? null : field.map(value, row)),
  }
}

/** The same, read from another column. */
export function from<output>(column: string, field: Field<output>): Field<output> {
  return { schema: field.schema, map: (_, row) => field.map(row[column], row) }
}
