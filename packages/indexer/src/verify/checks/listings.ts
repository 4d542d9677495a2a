import { listingsAbi } from '@bulwark/sdk/abis'
import type { Address } from 'viem'
import { alike, item, itemsOf } from '../itemsOf.ts'
import type { Check } from '../types.ts'

const termFields = [
  ...['adjudicator', 'secondAdjudicator', 'keyed', 'personal', 'maxRatio', 'deductible', 'waiting', 'grace'],
  ...['eventWindow', 'minPeriod', 'maxPeriod', 'minRate', 'maxRate', 'bondToken', 'bond', 'finderReward'],
  ...['settlerReward', 'family', 'proofTerms'],
]
const lossProofs = ['none', 'merkle', 'holdings']

/** Listings, rates, and what holds for all of them. */
export const checkListings: Check = async ({ addressOf, read, rows }) => {
  const address = addressOf('listings')
  if (!address) return []
  const all = await rows('listings')
  const lastRates = new Map((await rows('rates', 'order by version')).map((row) => [row.listing, row.rate]))
  const ofListings = itemsOf('listings', all, {
    key: (row) => String(row.listing),
    compare: async (row) => {
      const listing = BigInt(row.listing as string)
      const terms = await read(listingsAbi, address, 'terms', [listing])
      const [rate, postedAt] = await read(listingsAbi, address, 'rateOf', [listing])
      const [floor, ceiling] = await read(listingsAbi, address, 'rateBoundsOf', [listing])
      return {
        ...alike(terms, row, termFields),
        ...{ lossProof: [lossProofs[terms.lossProof], row.lossProof], rate: [rate, row.rate] },
        ...{ termsHash: [await read(listingsAbi, address, 'termsHash', [listing]), row.termsHash] },
        ...{ ratePostedAt: [postedAt, row.ratePostedAt], rateFloor: [floor, row.rateFloor] },
        ...{ rateCeiling: [ceiling, row.rateCeiling], 'rates.rate': [rate, lastRates.get(row.listing as string) ?? 0] },
      }
    },
  })
  const count = item('listings', 'count', async () => ({
    count: [await read(listingsAbi, address, 'count', []), all.length],
  }))
  const settings = await rows('settings', `where contract = 'listings'`)
  const ofSettings = itemsOf('settings', settings, {
    key: (row) => `listings ${row.name}`,
    compare: async (row) => {
      if (row.name === 'riseTime' || row.name === 'fallTime') {
        const [riseTime, fallTime] = await read(listingsAbi, address, 'ratePace', [])
        return { [row.name]: [row.name === 'riseTime' ? riseTime : fallTime, row.value] }
      }
      const name = row.name as 'authority' | 'protocolFee' | 'treasury' | 'descriptor' | 'pausedUntil' | 'curatorFeeCap'
      return { [name]: [await read(listingsAbi, address, name, []), row.value] }
    },
  })
  const ofApprovals = itemsOf('approvals', await rows('approvals'), {
    key: (row) => `${row.kind} ${row.account}`,
    compare: async (row) => {
      const name = row.kind === 'adjudicator' ? 'isAdjudicator' : 'isQuoteSigner'
      return { approved: [await read(listingsAbi, address, name, [row.account as Address]), row.approved] }
    },
  })
  const ofFamilies = itemsOf('families', await rows('families'), {
    key: (row) => String(row.asset),
    compare: async (row) => ({
      family: [await read(listingsAbi, address, 'familyOf', [row.asset as Address]), row.family],
    }),
  })
  return [...ofListings, count, ...ofSettings, ...ofApprovals, ...ofFamilies]
}
