import type { Address, Hex } from 'viem'

/** What caps a payout to the real loss, in the order of the contract's numbers. */
export const lossProofKinds = ['none', 'merkle', 'holdings'] as const

/** What caps a payout to the real loss. */
export type LossProof = (typeof lossProofKinds)[number]

/** Everything that a listing fixes for ever. */
export type Terms = {
  /** Rules on incidents of this listing. */
  adjudicator: Address
  /** Decides if the first stays silent; zero if there is none. */
  secondAdjudicator: Address
  /** What caps a payout to the real loss. */
  lossProof: LossProof
  /** True if each key names one insured event and is sold by signed quotes. */
  keyed: boolean
  /** True if each protected account is a risk of its own: what befalls one is no loss of another's. */
  personal: boolean
  /** Largest loss ratio that can be granted, WAD. */
  maxRatio: bigint
  /** Share of the amount insured that the holder bears, WAD. */
  deductible: bigint
  /** Seconds from the purchase until the cover is in force. */
  waiting: bigint
  /** Seconds after the end during which a loss may still be asserted. */
  grace: bigint
  /** Seconds around the first granted loss that count as the same event; zero: each ruling is an event of its own. */
  eventWindow: bigint
  /** Shortest duration sold, seconds. */
  minPeriod: bigint
  /** Longest duration sold, seconds. */
  maxPeriod: bigint
  /** Lowest technical rate that may be posted, WAD per year; keyed: WAD. */
  minRate: bigint
  /** Highest technical rate that may be posted, WAD per year; keyed: WAD. */
  maxRate: bigint
  /** Token of the assertion bond; zero if only a trigger opens incidents. */
  bondToken: Address
  /** Bond of an assertion, units of `bondToken`. */
  bond: bigint
  /** Part of each payout that goes to the finder of a granted incident, basis points. */
  finderReward: number
  /** Part of each payout that goes to whoever settles, basis points. */
  settlerReward: number
  /** Asset family that the listing insures; zero if none. */
  family: number
  /** Id of the terms of proof; zero where the listing asks for none. */
  proofTerms: Hex
}

/** The part of a listing that a sale needs, as of now. */
export type SaleTerms = {
  /** Rules on incidents of this listing. */
  adjudicator: Address
  /** Technical rate, WAD per year; zero for a keyed listing. */
  rate: bigint
  /** Seconds from the purchase until the cover is in force. */
  waiting: bigint
  /** Seconds after the end during which a loss may still be asserted. */
  grace: bigint
  /** Shortest duration sold, seconds. */
  minPeriod: bigint
  /** Longest duration sold, seconds. */
  maxPeriod: bigint
  /** True if sold by signed quotes. */
  keyed: boolean
  /** True if the protected account is the key of the risk. */
  personal: boolean
  /** True if the cover must name a protected account: payouts are capped to its proven loss, or it is the risk. */
  named: boolean
  /** Fee on top of the net premium, basis points. */
  protocolFee: number
}

/** The part of a listing that a change of a cover needs. */
export type Periods = {
  /** Seconds from the purchase until the cover, or what is added to it, is in force. */
  waiting: bigint
  /** Seconds after the end during which a loss may still be asserted. */
  grace: bigint
  /** True if each key names one insured event. */
  keyed: boolean
}

/** A signed offer for a keyed risk, usable by anyone until it expires. */
export type Quote = {
  /** Listing number. */
  listing: bigint
  /** Hash of what identifies the insured event: flight number and day, … */
  facts: Hex
  /** Accumulation zone within the listing's group: an airport-day, a grid cell, … */
  zone: bigint
  /** Unix seconds at which the event begins; the time of loss if it is granted. */
  begins: bigint
  /** Unix seconds at which the event, and the cover, ends. */
  ends: bigint
  /** Unix seconds of the last moment of sale. */
  lastSale: bigint
  /** Probability of the event, WAD. */
  rate: bigint
  /** Unix seconds after which this quote is void. */
  expiry: bigint
}

/** A rate to post. */
export type RatePost = {
  /** Listing number. */
  listing: bigint
  /** Technical rate, WAD per year. */
  rate: bigint
}
