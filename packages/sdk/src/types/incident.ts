import type { Address, Hex } from 'viem'

/** Where an incident stands, in the order of the contract's numbers. */
export const incidentStatuses = ['none', 'open', 'granted', 'denied', 'lapsed', 'closed'] as const

/** Where an incident stands. */
export type IncidentStatus = (typeof incidentStatuses)[number]

/** What a journal entry tells the pools, in the order of the contract's numbers. */
export const journalEntryKinds = ['opened', 'granted', 'dismissed', 'lapsed', 'closed'] as const

/** What a journal entry tells the pools. */
export type JournalEntryKind = (typeof journalEntryKinds)[number]

/** What somebody says of a risk. */
export type Assertion = {
  /** Listing number. */
  listing: bigint
  /** Key of the risk. @default zero: a listing without keys */
  key?: Hex | undefined
  /** Unix seconds of the loss. */
  lossTime: bigint
  /** Loss ratio before the deductible, WAD. */
  ratio: bigint
  /** Merkle root of the losses. @default zero: the listing needs none */
  root?: Hex | undefined
  /** CID or other reference of the evidence; kept in the event. @default none */
  evidence?: Hex | undefined
  /** A pool that has sold cover on this risk. */
  pool: Address
}

/** One event on one risk. */
export type Incident = {
  /** Id of the risk; see `getRiskId`. */
  risk: Hex
  /** Listing number. */
  listing: bigint
  /** Where it stands. */
  status: IncidentStatus
  /** Unix seconds of the opening. */
  openedAt: bigint
  /** Unix seconds of the loss. */
  lossTime: bigint
  /** Loss ratio: as asserted until ruled, then as granted; before the deductible, WAD. */
  ratio: bigint
  /** What it grants of each amount insured: less the deductible and what earlier rulings on the event granted, WAD. */
  share: bigint
  /** Unix seconds of the grant; zero before. */
  ruledAt: bigint
  /** Unix seconds after which it lapses to the second adjudicator, or ends. */
  deadline: bigint
  /** True once the second adjudicator decides. */
  second: boolean
  /** The first granted incident of the same event; zero until granted. */
  eventId: bigint
  /** Who opened it; the finder if it is granted. */
  asserter: Address
  /** Bond held, units of the listing's bond token. */
  bond: bigint
  /** Merkle root asserted or, once granted, ruled. */
  root: Hex
}

/** A journal entry as a pool needs it. */
export type JournalEntry = {
  /** What happened. */
  kind: JournalEntryKind
  /** Incident number. */
  incident: bigint
  /** Id of the risk. */
  risk: Hex
  /** Opened: the largest share of the amount insured that may be granted. Granted: the share granted. WAD. */
  share: bigint
  /** Opened: Unix seconds of the loss. Lapsed: Unix seconds until which the risk stays frozen, so that it can be asserted again. */
  time: bigint
  /** Opened: seconds around a granted loss that count as the same event; zero: each ruling is an event of its own. */
  window: bigint
}

/** What a cover got for an incident. */
export type Settlement = {
  /** What it claimed, units. */
  claim: bigint
  /** What was paid on it, units. */
  paid: bigint
  /** True once it was paid in full. */
  done: boolean
}
