import { listingsAbi } from '@bulwark/sdk/abis'
import { zeroHash } from 'viem'
import { register } from '../lib/register.ts'
import { approve, set } from '../lib/settings.ts'
import type { Indexed } from '../lib/types.ts'
import { families, listings, rates } from '../ponder.schema.ts'

const lossProofs = ['none', 'merkle', 'holdings'] as const

register('listings', listingsAbi, {
  AdjudicatorSet: async (event) => {
    await approve(event, 'adjudicator', event.args.adjudicator, event.args.approved)
    return { account: event.args.adjudicator }
  },
  AuthorityUpdated: async (event) => set(event, 'authority', event.args.authority),
  CuratorFeeCapSet: async (event) => set(event, 'curatorFeeCap', event.args.cap),
  DescriptorSet: async (event) => set(event, 'descriptor', event.args.descriptor),
  FamilySet: async ({ args, db, chainId, place }) => {
    const row = { family: args.family, ...place }
    await db
      .insert(families)
      .values({ chainId, asset: args.asset, ...row })
      .onConflictDoUpdate(row)
    return {}
  },
  ListingCreated: async ({ args, db, chainId, origin }) => {
    const { listing, creator, termsHash, terms, wording } = args
    const { lossProof, maxRatio, deductible, minRate, maxRate, bond, ...rest } = terms
    await db.insert(listings).values({
      ...{ chainId, listing, creator, termsHash, ...rest, ...origin, wording, wordingText: textOf(wording) },
      ...{ lossProof: lossProofs[lossProof] ?? 'none', maxRatio, deductible, minRate, maxRate, bond },
      ...{ waiting: BigInt(terms.waiting), grace: BigInt(terms.grace), eventWindow: BigInt(terms.eventWindow) },
      ...{ minPeriod: BigInt(terms.minPeriod), maxPeriod: BigInt(terms.maxPeriod) },
      ...{ rate: 0n, ratePostedAt: 0n, rateVersion: 0, rateFloor: minRate, rateCeiling: maxRate },
    })
    return { listing, account: creator }
  },
  ProtocolFeeSet: async (event) => set(event, 'protocolFee', event.args.fee),
  QuoteSignerSet: async (event) => {
    await approve(event, 'quoteSigner', event.args.signer, event.args.approved)
    return { account: event.args.signer }
  },
  RateBoundsSet: async (event) => {
    const { listing, floor, ceiling, rate } = event.args
    const { db, chainId } = event
    const row = await db.update(listings, { chainId, listing }).set({ rateFloor: floor, rateCeiling: ceiling })
    // Only a rate that was posted can be moved into the bounds.
    if (row.ratePostedAt !== 0n && row.rate !== rate) {
      await writeRate(event, { listing, rate, reason: 'bounded', dataHash: zeroHash, modelHash: zeroHash })
    }
    return { listing }
  },
  RatePaceSet: async (event) => {
    await set(event, 'riseTime', event.args.riseTime)
    return set(event, 'fallTime', event.args.fallTime)
  },
  RatePosted: async (event) => {
    const { listing, rate, dataHash, modelHash } = event.args
    await event.db.update(listings, { chainId: event.chainId, listing }).set({ ratePostedAt: event.timestamp })
    await writeRate(event, { listing, rate, reason: 'posted', dataHash, modelHash })
    return { listing }
  },
  SalesPaused: async (event) => set(event, 'pausedUntil', event.args.until),
  TreasurySet: async (event) => set(event, 'treasury', event.args.treasury),
})

type Rate = Pick<typeof rates.$inferInsert, 'listing' | 'rate' | 'reason' | 'dataHash' | 'modelHash'>

async function writeRate({ db, chainId, place }: Indexed<unknown>, rate: Rate): Promise<void> {
  const before = await db.find(listings, { chainId, listing: rate.listing })
  if (!before) return
  const version = before.rateVersion + 1
  const { rate: previous, rateFloor: floor, rateCeiling: ceiling } = before
  await db.insert(rates).values({ chainId, ...rate, version, previous, floor, ceiling, ...place })
  await db.update(listings, { chainId, listing: rate.listing }).set({ rate: rate.rate, rateVersion: version })
}

/** The wording as text; PostgreSQL keeps no NUL. */
function textOf(bytes: `0x${string}`): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes.slice(2), 'hex'))
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
