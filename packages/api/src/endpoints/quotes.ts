import { poolPremium, RiskError } from '@bulwark/risk/exact'
import { loadRiskSnapshot, MissingRecordError, poolSnapshotAt, riskIdOf } from '@bulwark/risk/mirror'
import { z } from '@hono/zod-openapi'
import { createMirrorStore } from '../database/createMirrorStore.ts'
import type { Snapshot } from '../database/takeSnapshot.ts'
import { ApiError } from '../errors.ts'
import { assets, wad } from '../fields/kinds.ts'
import { AddressParameter, AddressSchema, IdParameter, MomentSchema, NumberParameter } from '../schemas/common.ts'
import { toAddress } from '../schemas/values/toAddress.ts'
import { toAmount } from '../schemas/values/toAmount.ts'
import { toMoment } from '../schemas/values/toMoment.ts'
import { defineOne } from './defineOne.ts'
import type { Endpoint } from './Endpoint.ts'
import { decimalsOf, mirroredPool } from './figures.ts'

/** A rate that is older sells nothing: seven days. */
const rateSeconds = 604_800n

const Quote = z
  .object({
    ...{ pool: AddressSchema, listing: z.string(), amount: assets.schema, rate: wad.schema },
    ...{ at: MomentSchema, end: MomentSchema },
    premium: z
      .object({ net: assets.schema, protocolFee: assets.schema, curatorFee: assets.schema, total: assets.schema })
      .nullable()
      .openapi({ description: 'Null if the pool would not sell.' }),
    refusals: z
      .array(z.object({ code: z.string(), message: z.string() }))
      .openapi({ description: 'Why the pool would not sell; the chain has the last word.' }),
  })
  .openapi('Quote')

const getQuote = defineOne({
  ...{ name: 'getQuote', path: '/v1/pools/{pool}/quote', tag: 'Pools', params: { pool: AddressParameter } },
  ...{ what: 'pool or listing', schema: Quote },
  summary: 'What a new cover costs at the time of the block',
  description: 'For listings without keys; a keyed one needs the signed quote of its signer.',
  query: {
    listing: IdParameter,
    amount: z
      .string()
      .regex(/^[1-9]\d{0,37}$/, 'must be a whole number of smallest units')
      .openapi({ description: "Sum insured, units of the pool's asset.", example: '1000000000' }),
    period: NumberParameter.openapi({ description: 'Seconds.', example: '2592000' }),
  },
  async read(snapshot, { params: { pool = '' }, query }) {
    const { listing, amount, period } = query as { listing: string; amount: string; period: string }
    const decimals = await decimalsOf(snapshot, pool)
    const terms = await readTerms(snapshot, listing)
    if (decimals === undefined || terms === undefined) return undefined
    if (terms.keyed) {
      const message = 'must be a listing without keys'
      const fields = [{ in: 'query', field: 'listing', message }]
      throw new ApiError({ code: 'invalid-request', detail: `query: listing ${message}`, fields })
    }
    const timestamp = BigInt(snapshot.asOf.timestamp.unix)
    const end = timestamp + BigInt(period)
    const refusals: { code: string; message: string }[] = []
    const refuse = (code: string, message: string): void => void refusals.push({ code, message })
    if (BigInt(period) < BigInt(terms.minPeriod) || BigInt(period) > BigInt(terms.maxPeriod)) {
      refuse('PeriodOutOfBoundsError', `The period must be ${terms.minPeriod} to ${terms.maxPeriod} seconds.`)
    }
    if (timestamp > BigInt(terms.ratePostedAt) + rateSeconds) {
      refuse('RateStaleError', 'The rate of the listing is older than seven days.')
    }
    const premium = await priceOf(snapshot, { pool, listing, amount, end, terms, timestamp, refuse })
    const said = (value: bigint) => toAmount(value, decimals)
    return {
      ...{ pool: toAddress(pool), listing, amount: said(BigInt(amount)), rate: toAmount(terms.rate, 18) },
      ...{ at: toMoment(timestamp), end: toMoment(end), refusals },
      premium: premium && {
        ...{ net: said(premium.net), protocolFee: said(premium.protocolFee) },
        ...{ curatorFee: said(premium.curatorFee), total: said(premium.total) },
      },
    }
  },
})

type Terms = {
  keyed: boolean
  rate: string
  ratePostedAt: string
  waiting: string
  grace: string
  minPeriod: string
  maxPeriod: string
}

async function readTerms({ rows, deployment }: Snapshot, listing: string): Promise<Terms | undefined> {
  const [row] = await rows<Terms>('SELECT * FROM listings WHERE chain_id = $1 AND listing = $2', [
    ...[deployment.chainId, listing],
  ])
  return row
}

type PriceParameters = {
  pool: string
  listing: string
  amount: string
  end: bigint
  terms: Terms
  timestamp: bigint
  refuse: (code: string, message: string) => void
}

async function priceOf(snapshot: Snapshot, parameters: PriceParameters) {
  const { pool, listing, amount, end, terms, timestamp, refuse } = parameters
  const mirrored = await mirroredPool(snapshot, pool, timestamp)
  const store = createMirrorStore(snapshot)
  const id = riskIdOf(BigInt(listing), `0x${'00'.repeat(32)}`)
  try {
    const risk = await loadRiskSnapshot(store, { pool, listing: BigInt(listing), risk: id })
    const book = await store.get('risk', `${pool}/${id}`)
    if (book && (book.openCount > 0n || book.unsettled > 0n)) {
      refuse('RiskFrozenError', 'An incident on this risk is open, or granted and not closed.')
    }
    const backing = await store.get('backing', `${pool}/${listing}`)
    const { grain } = mirrored.pool
    if (backing && (book?.exposure ?? 0n) + BigInt(amount) / grain > backing.limit) {
      refuse('ListingLimitError', 'The pool backs no more of this listing.')
    }
    const protocol = await store.get('protocol', '')
    const from = timestamp + BigInt(terms.waiting)
    const premium = poolPremium({
      ...{ pool: poolSnapshotAt(mirrored, timestamp), risk, timestamp, amount: BigInt(amount), keyed: false },
      ...{ rate: BigInt(terms.rate), from: from < end ? from : end, end, grace: BigInt(terms.grace) },
      ...{ maxLossProbability: risk.maxLossProbability, protocolFee: protocol?.protocolFee ?? 0n, referrerFee: 0n },
    })
    return premium
  } catch (error) {
    if (error instanceof MissingRecordError) refuse('ListingNotBackedError', 'The pool does not back this listing.')
    else if (error instanceof RiskError) refuse(error.name, error.shortMessage)
    else throw error
    return null
  }
}

/** What can be asked about prices. */
export const quoteEndpoints: readonly Endpoint[] = [getQuote]
