import { getListingCount, getRate, getTerms, getWording, type Terms } from '@bulwark/sdk'
import type { Address } from 'viem'
import { type Connection, connect } from '../chain/connect.ts'
import { moment, percent, span } from '../chain/format.ts'
import { NotFoundError } from '../errors.ts'
import { parseCount } from '../parse/parseCount.ts'
import type { Context, Result } from '../program/types.ts'

/**
 * `bulwark listings`: what can be insured, or one listing with its terms and its wording.
 *
 * @example
 * const { data } = await listingsCommand(context)
 */
export async function listingsCommand(context: Context): Promise<Result> {
  const connection = await connect(context)
  const { client, core, asOf } = connection
  const { blockNumber } = asOf
  const at = { listings: core.listings, blockNumber }
  const count = await getListingCount(client, at)
  const wanted = context.args.listing
  const describe = async (listing: bigint) => {
    const [terms, rate] = await Promise.all([getTerms(client, { ...at, listing }), getRate(client, { ...at, listing })])
    return { listing, adjudicator: nameOf(connection, terms.adjudicator), rate, terms }
  }
  if (wanted === undefined) {
    const all = await Promise.all(Array.from({ length: Number(count) }, (_, index) => describe(BigInt(index + 1))))
    const rows = all.map(({ listing, adjudicator, rate, terms }) => [
      ...[String(listing), adjudicator, terms.keyed ? 'by quote' : `${percent(rate.rate)} a year`],
      ...[`${span(terms.minPeriod)} to ${span(terms.maxPeriod)}`, percent(terms.maxRatio), protects(terms)],
    ])
    const columns = ['listing', 'ruled by', 'rate', 'period', 'pays at most', 'protects']
    return { data: { asOf, listings: all }, view: [{ columns, rows, empty: 'There is no listing yet.' }] }
  }
  const listing = parseCount(wanted, { what: 'listing', least: 1n, most: 2n ** 32n - 1n })
  if (listing > count) {
    throw new NotFoundError(`There is no listing ${listing}.`, { advice: `There are ${count}.` })
  }
  const { adjudicator, rate, terms } = await describe(listing)
  const wording = await getWording(client, {
    ...{ listings: core.listings, listing, fromBlock: connection.deployment.startBlock },
  }).catch(() => undefined)
  return {
    data: { asOf, listing, adjudicator, rate, terms, wording: wording ?? null },
    view: [
      {
        fields: [
          ['listing', String(listing)],
          ['ruled by', `${adjudicator} (${terms.adjudicator})`],
          [
            'technical rate',
            terms.keyed ? 'by signed quote' : `${percent(rate.rate)} a year, ${moment(rate.postedAt)}`,
          ],
          ['period', `${span(terms.minPeriod)} to ${span(terms.maxPeriod)}`],
          ['waiting', span(terms.waiting)],
          ['grace', span(terms.grace)],
          ['pays at most', percent(terms.maxRatio)],
          ['holder bears', percent(terms.deductible)],
          ['protects', protects(terms)],
          ['bond of a claim', terms.bond === 0n ? 'none: proven, not asserted' : `${terms.bond} of ${terms.bondToken}`],
        ],
      },
      { text: wording ?? 'The wording is not in the logs that the node serves.' },
    ],
  }
}

function protects({ personal, lossProof }: Terms): string {
  if (personal) return 'one account, a risk of its own'
  if (lossProof === 'none') return 'whoever owns the cover'
  return lossProof === 'holdings' ? 'what one account holds' : 'what a list says of one account'
}

/** What the manifest calls a contract. */
export function nameOf({ addresses }: Connection, address: Address): string {
  const found = Object.entries(addresses).find(([, known]) => known?.toLowerCase() === address.toLowerCase())
  return found?.[0] ?? address
}
