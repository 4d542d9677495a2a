import { chooseSender } from '../chain/chooseSender.ts'
import { connect } from '../chain/connect.ts'
import { percent, span } from '../chain/format.ts'
import { findOffer, type Offer } from '../chain/purchase.ts'
import { amountOf, say } from '../chain/tokens.ts'
import type { Context, Fields, Result } from '../program/types.ts'

/**
 * `bulwark quote`: what a cover costs now.
 *
 * @example
 * const { data } = await quoteCommand(context)
 */
export async function quoteCommand(context: Context): Promise<Result> {
  const connection = await connect(context)
  // Whoever has no key yet may still ask; a listing that protects an account then wants it named.
  const buyer = await chooseSender(context).catch(() => undefined)
  const offer = await findOffer(context, connection, buyer?.address)
  return { data: { asOf: connection.asOf, ...offerData(offer) }, view: [{ fields: offerFields(offer) }] }
}

/**
 * An offer for programs.
 *
 * @example
 * const { premium } = offerData(offer)
 */
export function offerData({ pool, insured, terms, premium }: Offer): Record<string, unknown> {
  const { net, protocolFee, curatorFee, referrerFee, total } = premium
  const { listing, amount, duration, protectedAccount } = insured
  return {
    ...{ listing, pool: { number: pool.number, address: pool.address } },
    ...{ amount: amountOf(amount, pool.asset), seconds: duration ?? null, protectedAccount: protectedAccount ?? null },
    premium: {
      net: amountOf(net, pool.asset),
      protocolFee: amountOf(protocolFee, pool.asset),
      curatorFee: amountOf(curatorFee, pool.asset),
      referrerFee: amountOf(referrerFee, pool.asset),
      total: amountOf(total, pool.asset),
    },
    ...{ waitingSeconds: terms.waiting, graceSeconds: terms.grace },
  }
}

/**
 * An offer for people.
 *
 * @example
 * const view = [{ fields: offerFields(offer) }]
 */
export function offerFields({ pool, insured, terms, premium }: Offer): Fields {
  const { asset } = pool
  const { amount, duration, protectedAccount } = insured
  const yearly =
    duration === undefined
      ? []
      : [['a year', percent(((premium.total * 365n * 86_400n * 10_000n) / (amount * duration)) * 10n ** 14n)]]
  return [
    ['listing', String(insured.listing)],
    ['pool', `${pool.number} (${pool.address})`],
    ['insured', say(amount, asset)],
    ['for', duration === undefined ? 'the event of the quote' : span(duration)],
    ...(protectedAccount === undefined ? [] : [['protects', protectedAccount] as const]),
    ['premium', say(premium.net, asset)],
    ['fees', say(premium.total - premium.net, asset)],
    ['total', say(premium.total, asset)],
    ...(yearly as [string, string][]),
    ['in force', terms.waiting === 0n ? 'at once' : `${span(terms.waiting)} after the purchase`],
  ]
}
