import type { Address, Hex } from 'viem'

/** Who reports on events, in the order of the contract's numbers. */
export const reportSources = ['functions', 'signers'] as const

/** Who reports on events: a Chainlink Functions network, or k of n signers. */
export type ReportSource = (typeof reportSources)[number]

/** Where the report on an event stands, in the order of the contract's numbers. */
export const reportStates = ['none', 'requested', 'failed', 'reported', 'suspended', 'ruled'] as const

/** Where the report on an event stands. */
export type ReportState = (typeof reportStates)[number]

/** An event as a quote names it. Its key is the hash of these fields: see `getQuoteKey`. */
export type InsuredEvent = {
  /** Hash of what identifies the insured event: see `encodeFacts`. */
  facts: Hex
  /** Accumulation zone within the listing's group: an airport-day, a grid cell, … */
  zone: bigint
  /** Unix seconds at which the event begins; the time of loss if it is granted. */
  begins: bigint
  /** Unix seconds at which the event, and the cover, ends. */
  ends: bigint
  /** Unix seconds of the last moment of sale. */
  lastSale: bigint
}

/** What is reported of an event. Values are rounded down, distances up. */
export type Report = {
  /** First number, in the listing's unit: minutes late, magnitude, wind, amount. */
  value: bigint
  /** Second number: distance from the insured point; zero where it has no meaning. */
  distance: bigint
  /** Code of what happened; zero: nothing special. */
  status: number
  /** Unix seconds at which it was observed; not before the event's end. */
  time: bigint
}

/** A signature of a report, and who made it. */
export type ReportSignature = {
  /** Who signed. */
  signer: Address
  /** What `signReport` returned. */
  signature: Hex
}

/** A step of a listing's table: it is reached by a report whose value, distance and status all fit. */
export type ReportStep = {
  /** Lowest value, in the listing's unit; zero only where `status` is not. */
  minValue: bigint
  /** Largest distance, in the listing's unit; zero: any. */
  maxDistance: bigint
  /** Status code; zero: any. */
  status: number
  /** Loss ratio that it pays, WAD. */
  ratio: bigint
}

/** A Chainlink Functions network. */
export type FunctionsSource = {
  /** Its router. */
  router: Address
  /** Who pays: a subscription that the listing's creator owns. */
  subscription: bigint
  /** The oracle network. */
  donId: Hex
  /** Gas for the answer, 100,000 to 300,000. */
  callbackGas: bigint
  /** What is asked, but for the event's arguments: see `encodeFunctionsRequest`. */
  request: Hex
}

/** A set of signers, and who may replace it. */
export type SignerSource = {
  /** Addresses, ascending, at most 16. */
  members: readonly Address[]
  /** How many must sign: at least 2, and more than half. */
  threshold: number
  /** Who may schedule another set; zero: nobody. */
  rotator: Address
  /** Seconds from then until it takes over, 16 to 90 days; zero without a rotator. */
  rotationDelay: bigint
}

type ReportBase = {
  /** Longest time from an event's beginning to its end, seconds. */
  longestEvent: bigint
  /** Seconds after an event's end within which its report must come. */
  window: bigint
  /** Steps by rising ratio, 1 to 8. */
  table: readonly ReportStep[]
}

/** What a `ReportTrigger` watches for a listing. */
export type ReportConfig = ReportBase &
  ({ source: 'functions'; functions: FunctionsSource } | { source: 'signers'; signers: SignerSource })

/** What is recorded of an event. */
export type ReportRecord = {
  /** As reported. */
  value: bigint
  /** As reported. */
  distance: bigint
  /** As reported. */
  status: number
  /** Where it stands. */
  state: ReportState
  /** Unix seconds from which it can be proven. */
  standsFrom: bigint
  /** Unix seconds of the last request. */
  requestedAt: bigint
  /** Bits of those who signed it, by their place in the set in force when the event began. */
  signedBy: number
}

/** A set of signers and when it takes over. */
export type SignerSet = {
  /** Unix seconds; events that begin from then on are its own. */
  since: bigint
  /** How many must sign. */
  threshold: number
  /** Members not struck off, as long as the set is one of the last two. */
  live: number
  /** Addresses, ascending. */
  members: readonly Address[]
}
