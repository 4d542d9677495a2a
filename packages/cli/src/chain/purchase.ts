import { getGrain, getSaleTerms, type Premium, quote, type SaleTerms } from '@bulwark/sdk'
import type { Address, Hex } from 'viem'
import { NotFoundError, UsageError } from '../errors.ts'
import { parseAddress } from '../parse/parseAddress.ts'
import { parseAmount } from '../parse/parseAmount.ts'
import { parseCount } from '../parse/parseCount.ts'
import { parseDays } from '../parse/parseDays.ts'
import { parseHex } from '../parse/parseHex.ts'
import { argumentOf, neededOption, optionOf } from '../program/inputs.ts'
import type { Context } from '../program/types.ts'
import type { Connection } from './connect.ts'
import { findPool, listPools, type Pool } from './pools.ts'
import { say } from './tokens.ts'

/** What a buyer wants, and the pool that sells it. */
export type Offer = {
  readonly pool: Pool
  readonly terms: SaleTerms
  readonly premium: Premium
  readonly insured: {
    readonly listing: bigint
    /** Units of the pool's asset. */
    readonly amount: bigint
    /** Seconds; undefined for a keyed risk. */
    readonly duration: bigint | undefined
    readonly quote: Hex | undefined
    readonly protectedAccount: Address | undefined
  }
}

/**
 * Reads what a command line wants to insure, and finds the pool that sells it, the cheapest if none is named.
 *
 * @param buyer who will own the cover: its own account is protected where the listing asks for one and none is named.
 * @throws {UsageError} if something is missing or is not what it should be.
 * @throws {NotFoundError} if no pool sells it.
 * @throws {ContractError} if the pool that was named refuses.
 * @example
 * const { pool, premium } = await findOffer(context, connection, undefined)
 */
export async function findOffer(context: Context, connection: Connection, buyer: Address | undefined): Promise<Offer> {
  const listing = parseCount(argumentOf(context, 'listing'), { what: 'listing', least: 1n, most: 2n ** 32n - 1n })
  const signed = optionOf(context, 'quote')
  const keyedQuote = signed === undefined ? undefined : parseHex(signed, { what: 'quote' })
  if (keyedQuote !== undefined && optionOf(context, 'days') !== undefined) {
    throw new UsageError('--quote and --days exclude each other: a signed quote says when its event ends.')
  }
  const duration = keyedQuote === undefined ? parseDays(neededOption(context, 'days', '--days 30')) : undefined
  const named = optionOf(context, 'protect')
  const protectedAccount = named === undefined ? undefined : parseAddress(named, 'protected account')
  const poolText = optionOf(context, 'pool')
  const asset = optionOf(context, 'asset')
  if (poolText !== undefined && asset !== undefined) throw new UsageError('--pool and --asset exclude each other.')
  const pools = poolText === undefined ? await listPools(connection, asset) : [await findPool(connection, poolText)]
  if (pools.length === 0)
    throw new NotFoundError('There is no pool yet.', { advice: '`bulwark create pool` makes one.' })

  const tried = await Promise.allSettled(
    pools.map(async (pool): Promise<Offer> => {
      const { symbol, decimals, address } = pool.asset
      const amount = parseAmount(argumentOf(context, 'amount'), { what: 'amount', decimals, symbol })
      const grain = getGrain(decimals)
      if (amount % grain !== 0n) {
        throw new UsageError(`The amount must be a multiple of ${say(grain, pool.asset)}.`)
      }
      const { client, core } = connection
      const terms = await getSaleTerms(client, { listings: core.listings, listing, asset: address })
      if (terms.keyed && keyedQuote === undefined) {
        throw new UsageError(`Listing ${listing} is sold by signed quotes.`, { advice: 'Bring one with --quote 0x….' })
      }
      const protectedOne = protectedAccount ?? (terms.named ? buyer : undefined)
      if (terms.named && protectedOne === undefined) {
        const advice = 'Name it: --protect ADDRESS.'
        throw new UsageError(`Listing ${listing} protects an account, and none is named.`, { advice })
      }
      const insured = { listing, amount, duration, quote: keyedQuote, protectedAccount: protectedOne }
      return { pool, terms, insured, premium: await quote(client, { pool: pool.address, ...insured }) }
    }),
  )
  const offers = tried.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const [first] = offers
  if (first === undefined) throw refusalOf(tried)
  const symbols = new Set(offers.map(({ pool }) => pool.asset.address))
  if (symbols.size > 1) {
    const advice = `Choose one with --asset: ${[...new Set(offers.map(({ pool }) => pool.asset.symbol))].join(', ')}.`
    throw new UsageError(`Pools of several assets sell listing ${listing}.`, { advice })
  }
  return offers.reduce((best, offer) => (offer.premium.total < best.premium.total ? offer : best), first)
}

/** Why no pool sells it: the refusal of a pool that has the listing says more than that of one that does not. */
function refusalOf(tried: readonly PromiseSettledResult<Offer>[]): unknown {
  const reasons = tried.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []))
  const telling = reasons.filter(({ name }) => name !== 'NotBackedError')
  if (telling.length > 0 || reasons.length === 1) return telling[0] ?? reasons[0]
  return new NotFoundError('No pool sells this listing.', { advice: '`bulwark listings` shows what is sold.' })
}
