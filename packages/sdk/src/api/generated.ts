/** Written by packages/api/scripts/generate-api.ts from the routes of the API: run `npm run generate`. */

/** What answers of the API are made of. */
export type ApiSchemas = {
  readonly Pool: {
    readonly address: ApiSchemas['Address']
    readonly number: ApiSchemas['Integer']
    readonly name: string
    readonly symbol: string
    readonly asset: ApiSchemas['Address']
    readonly assetSymbol: string
    readonly assetDecimals: number
    readonly curator: (ApiSchemas['Address'] & string) | null
    readonly curatorFee: ApiSchemas['Amount']
    /** Seconds. */
    readonly cooldown: number
    readonly r: ApiSchemas['Amount']
    readonly kappa: ApiSchemas['Amount']
    readonly supply: ApiSchemas['Amount']
    readonly queued: ApiSchemas['Amount']
    readonly ruined: boolean
    readonly covers: ApiSchemas['Integer']
    readonly premiumPaid: ApiSchemas['Amount']
    readonly feesPaid: ApiSchemas['Amount']
    readonly refundsPaid: ApiSchemas['Amount']
    readonly payoutsPaid: ApiSchemas['Amount']
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly Address: string
  /** A whole number, in decimal digits. */
  readonly Integer: string
  readonly Amount: {
    /** The number of smallest units. */
    readonly value: string
    /** Units a whole: 10 to the power of this. */
    readonly decimals: number
  }
  readonly Moment: {
    /** Seconds since 1970. */
    readonly unix: number
    /** The same by ISO 8601, UTC. */
    readonly iso: string
  }
  readonly Hash: string
  readonly AsOf: {
    readonly chainId: number
    readonly blockNumber: string
    /** Null while the indexer has not said it. */
    readonly blockHash: string | null
    readonly timestamp: ApiSchemas['Moment']
    /** Whether no reorganisation can replace the block any more. */
    readonly finalized: boolean
  }
  readonly Problem: {
    readonly type: string
    readonly title: string
    readonly status: number
    /** Stable: what a program looks at. */
    readonly code: string
    readonly detail: string
    /** What to do about it. */
    readonly advice: string
    /** The request, as the log knows it. */
    readonly instance: string
    readonly errors?: readonly {
      readonly in: string
      readonly field: string
      readonly message: string
    }[]
  }
  readonly PoolWithClasses: ApiSchemas['Pool'] & {
    readonly classes: readonly ApiSchemas['PoolClass'][]
  }
  readonly PoolClass: {
    readonly class: number
    readonly rho: ApiSchemas['Amount']
    readonly maxLossProbability: ApiSchemas['Amount']
  }
  readonly Solvency: {
    readonly pool: ApiSchemas['Address']
    readonly cash: ApiSchemas['Amount']
    readonly unearned: ApiSchemas['Amount']
    readonly unvested: ApiSchemas['Amount']
    readonly funded: ApiSchemas['Amount']
    readonly openReserve: ApiSchemas['Amount']
    readonly owed: ApiSchemas['Amount']
    readonly high: ApiSchemas['Amount']
    readonly low: ApiSchemas['Amount']
    readonly scr: ApiSchemas['Amount']
    readonly backing: ApiSchemas['Amount']
    readonly priceBacking: ApiSchemas['Amount']
    readonly level: ApiSchemas['Amount']
    readonly totalAssets: ApiSchemas['Amount']
    readonly supply: ApiSchemas['Amount']
    readonly sharePrice: ApiSchemas['Amount']
    readonly blockNumber: ApiSchemas['Integer']
    readonly logIndex: number
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Backing: {
    readonly pool: ApiSchemas['Address']
    readonly listing: ApiSchemas['Integer']
    readonly class: number
    readonly group: ApiSchemas['Integer']
    readonly limit: ApiSchemas['Amount']
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Group: {
    readonly pool: ApiSchemas['Address']
    readonly class: number
    readonly group: ApiSchemas['Integer']
    readonly limit: ApiSchemas['Amount']
    readonly exposure: ApiSchemas['Amount']
    readonly risks: ApiSchemas['Integer']
  }
  readonly AdjudicatorLimit: {
    readonly pool: ApiSchemas['Address']
    readonly adjudicator: ApiSchemas['Address']
    readonly limit: ApiSchemas['Amount']
    readonly exposure: ApiSchemas['Amount']
  }
  readonly Risk: {
    readonly pool: ApiSchemas['Address']
    readonly risk: ApiSchemas['Hash']
    readonly listing: ApiSchemas['Integer']
    readonly class: number
    readonly group: ApiSchemas['Integer']
    readonly exposure: ApiSchemas['Amount']
    readonly open: ApiSchemas['Amount']
    readonly granted: ApiSchemas['Amount']
  }
  readonly ExposureDay: {
    readonly pool: ApiSchemas['Address']
    readonly risk: ApiSchemas['Hash']
    readonly day: ApiSchemas['Integer']
    readonly endsAt: ApiSchemas['Moment']
    readonly amount: ApiSchemas['Amount']
  }
  readonly Exit: {
    readonly pool: ApiSchemas['Address']
    readonly request: ApiSchemas['Integer']
    readonly controller: ApiSchemas['Address']
    readonly owner: ApiSchemas['Address']
    readonly shares: ApiSchemas['Amount']
    readonly sharesLeft: ApiSchemas['Amount']
    readonly assets: ApiSchemas['Amount']
    readonly requestedAt: ApiSchemas['Moment']
    readonly readyAt: ApiSchemas['Moment']
    readonly status: 'waiting' | 'processed' | 'cancelled'
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly ShareBalance: {
    readonly pool: ApiSchemas['Address']
    readonly account: ApiSchemas['Address']
    readonly shares: ApiSchemas['Amount']
  }
  readonly CuratorChange: {
    readonly pool: ApiSchemas['Address']
    readonly dataHash: ApiSchemas['Hash']
    readonly data: ApiSchemas['Bytes']
    readonly call: string
    readonly executableAt: ApiSchemas['Moment']
    readonly status: 'pending' | 'revoked' | 'executed'
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Bytes: string
  readonly LedgerEntry: {
    readonly blockNumber: ApiSchemas['Integer']
    readonly logIndex: number
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
    readonly contract: string
    readonly address: ApiSchemas['Address']
    readonly kind: string
    readonly pool: (ApiSchemas['Address'] & string) | null
    readonly account: (ApiSchemas['Address'] & string) | null
    readonly counterparty: (ApiSchemas['Address'] & string) | null
    readonly cover: (ApiSchemas['Integer'] & string) | null
    readonly listing: (ApiSchemas['Integer'] & string) | null
    readonly incident: (ApiSchemas['Integer'] & string) | null
    readonly request: (ApiSchemas['Integer'] & string) | null
    readonly amount: (ApiSchemas['Integer'] & string) | null
    readonly shares: (ApiSchemas['Integer'] & string) | null
    readonly fees: (ApiSchemas['Integer'] & string) | null
    readonly details?: ApiSchemas['Plain']
  }
  /** Values by name as the contract has them; integers as decimal digits. */
  readonly Plain: unknown
  readonly Listing: {
    readonly listing: ApiSchemas['Integer']
    readonly creator: ApiSchemas['Address']
    readonly termsHash: ApiSchemas['Hash']
    readonly adjudicator: ApiSchemas['Address']
    readonly secondAdjudicator: (ApiSchemas['Address'] & string) | null
    readonly lossProof: 'none' | 'merkle' | 'holdings'
    readonly keyed: boolean
    readonly personal: boolean
    readonly maxRatio: ApiSchemas['Amount']
    readonly deductible: ApiSchemas['Amount']
    /** Seconds. */
    readonly waiting: number
    /** Seconds. */
    readonly grace: number
    /** Seconds. */
    readonly eventWindow: number
    /** Seconds. */
    readonly minPeriod: number
    /** Seconds. */
    readonly maxPeriod: number
    readonly minRate: ApiSchemas['Amount']
    readonly maxRate: ApiSchemas['Amount']
    readonly bondToken: (ApiSchemas['Address'] & string) | null
    readonly bond: ApiSchemas['Integer']
    readonly finderReward: ApiSchemas['Amount']
    readonly settlerReward: ApiSchemas['Amount']
    readonly family: number
    readonly proofTerms: ApiSchemas['Hash']
    readonly wording: ApiSchemas['Bytes']
    readonly wordingText: string | null
    readonly rate: ApiSchemas['Amount']
    readonly ratePostedAt: (ApiSchemas['Moment'] & {}) | null
    readonly rateVersion: number
    readonly rateFloor: ApiSchemas['Amount']
    readonly rateCeiling: ApiSchemas['Amount']
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly Rate: {
    readonly listing: ApiSchemas['Integer']
    readonly version: number
    readonly reason: 'posted' | 'bounded'
    readonly rate: ApiSchemas['Amount']
    readonly previous: ApiSchemas['Amount']
    readonly floor: ApiSchemas['Amount']
    readonly ceiling: ApiSchemas['Amount']
    readonly dataHash: ApiSchemas['Hash']
    readonly modelHash: ApiSchemas['Hash']
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Report: {
    readonly listing: ApiSchemas['Integer']
    readonly key: ApiSchemas['Hash']
    readonly status: 'requested' | 'reported' | 'suspended' | 'proven' | 'failed'
    readonly requestId: (ApiSchemas['Hash'] & string) | null
    readonly requestedAt: (ApiSchemas['Moment'] & {}) | null
    readonly insured?: ApiSchemas['Plain']
    readonly value: (ApiSchemas['Integer'] & string) | null
    readonly distance: (ApiSchemas['Integer'] & string) | null
    readonly reportStatus: number | null
    readonly eventTime: (ApiSchemas['Moment'] & {}) | null
    readonly signedBy: (ApiSchemas['Integer'] & string) | null
    readonly standsFrom: (ApiSchemas['Moment'] & {}) | null
    readonly incident: (ApiSchemas['Integer'] & string) | null
    readonly ratio: (ApiSchemas['Amount'] & {}) | null
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Trigger: {
    readonly listing: ApiSchemas['Integer']
    readonly adjudicator: ApiSchemas['Address']
    readonly kind: 'priceFeed' | 'vaultLoss' | 'deficit' | 'reserve' | 'frozen' | 'report' | 'court' | 'optimistic'
    readonly creator: ApiSchemas['Address']
    readonly config?: ApiSchemas['Plain']
    readonly value: (ApiSchemas['Integer'] & string) | null
    readonly level: (ApiSchemas['Integer'] & string) | null
    readonly observedAt: (ApiSchemas['Moment'] & {}) | null
    readonly frozenAt: (ApiSchemas['Moment'] & {}) | null
    readonly thawsAt: (ApiSchemas['Moment'] & {}) | null
    readonly phase: (ApiSchemas['Integer'] & string) | null
    readonly phaseSince: (ApiSchemas['Moment'] & {}) | null
    readonly armed: ApiSchemas['Integer']
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly TriggerSpan: {
    readonly incident: ApiSchemas['Integer']
    readonly listing: ApiSchemas['Integer']
    readonly adjudicator: ApiSchemas['Address']
    readonly finder: ApiSchemas['Address']
    readonly status: 'armed' | 'proven' | 'ended'
    readonly armedAt: ApiSchemas['Moment']
    readonly loss: (ApiSchemas['Integer'] & string) | null
    readonly whole: (ApiSchemas['Integer'] & string) | null
    readonly readAt: (ApiSchemas['Moment'] & {}) | null
    readonly firstRound: (ApiSchemas['Integer'] & string) | null
    readonly firstTime: (ApiSchemas['Moment'] & {}) | null
    readonly level: (ApiSchemas['Integer'] & string) | null
    readonly cursor: (ApiSchemas['Integer'] & string) | null
    readonly integral: (ApiSchemas['Integer'] & string) | null
    readonly ratio: (ApiSchemas['Amount'] & {}) | null
    readonly move: (ApiSchemas['Amount'] & {}) | null
    readonly closingRound: (ApiSchemas['Integer'] & string) | null
    readonly reason: number | null
    readonly endedAt: (ApiSchemas['Moment'] & {}) | null
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly Reading: {
    readonly adjudicator: ApiSchemas['Address']
    readonly listing: (ApiSchemas['Integer'] & string) | null
    readonly incident: (ApiSchemas['Integer'] & string) | null
    readonly kind: string
    readonly details?: ApiSchemas['Plain']
    readonly blockNumber: ApiSchemas['Integer']
    readonly logIndex: number
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Cover: {
    readonly id: ApiSchemas['Integer']
    readonly pool: ApiSchemas['Address']
    readonly listing: ApiSchemas['Integer']
    readonly key: ApiSchemas['Hash']
    readonly risk: ApiSchemas['Hash']
    readonly owner: (ApiSchemas['Address'] & string) | null
    readonly payee: (ApiSchemas['Address'] & string) | null
    readonly account: (ApiSchemas['Address'] & string) | null
    readonly amount: ApiSchemas['Amount']
    readonly insured: ApiSchemas['Amount']
    readonly start: ApiSchemas['Moment']
    readonly end: ApiSchemas['Moment']
    readonly changed: (ApiSchemas['Moment'] & {}) | null
    readonly runsFrom: (ApiSchemas['Moment'] & {}) | null
    readonly premium: ApiSchemas['Amount']
    readonly fees: ApiSchemas['Amount']
    readonly refunds: ApiSchemas['Amount']
    readonly claimed: ApiSchemas['Amount']
    readonly paid: ApiSchemas['Amount']
    readonly status: 'active' | 'ended' | 'exhausted' | 'cancelled'
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly CoverEvent: {
    readonly blockNumber: ApiSchemas['Integer']
    readonly logIndex: number
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
    readonly cover: ApiSchemas['Integer']
    readonly kind:
      | 'bought'
      | 'extended'
      | 'increased'
      | 'decreased'
      | 'cancelled'
      | 'transferred'
      | 'payeeSet'
      | 'settled'
    readonly account: (ApiSchemas['Address'] & string) | null
    readonly incident: (ApiSchemas['Integer'] & string) | null
    readonly amount: (ApiSchemas['Amount'] & {}) | null
    readonly end: (ApiSchemas['Moment'] & {}) | null
    readonly premium: (ApiSchemas['Amount'] & {}) | null
    readonly fees: (ApiSchemas['Amount'] & {}) | null
    readonly paid: (ApiSchemas['Amount'] & {}) | null
  }
  readonly CoverIncrease: {
    readonly blockNumber: ApiSchemas['Integer']
    readonly logIndex: number
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
    readonly cover: ApiSchemas['Integer']
    readonly amount: ApiSchemas['Amount']
    readonly since: ApiSchemas['Moment']
  }
  readonly Settlement: {
    readonly blockNumber: ApiSchemas['Integer']
    readonly logIndex: number
    readonly position: number
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
    readonly incident: ApiSchemas['Integer']
    readonly cover: ApiSchemas['Integer']
    readonly pool: ApiSchemas['Address']
    readonly to: ApiSchemas['Address']
    readonly claim: (ApiSchemas['Amount'] & {}) | null
    readonly payout: ApiSchemas['Amount']
    readonly kind: 'cover' | 'leaf'
  }
  readonly Incident: {
    readonly incident: ApiSchemas['Integer']
    readonly risk: ApiSchemas['Hash']
    readonly listing: ApiSchemas['Integer']
    readonly key: ApiSchemas['Hash']
    readonly status: 'open' | 'granted' | 'denied' | 'lapsed' | 'closed'
    readonly openedAt: ApiSchemas['Moment']
    readonly lossTime: ApiSchemas['Moment']
    readonly assertedRatio: ApiSchemas['Amount']
    readonly ratio: ApiSchemas['Amount']
    readonly share: ApiSchemas['Amount']
    readonly ruledAt: (ApiSchemas['Moment'] & {}) | null
    readonly deadline: (ApiSchemas['Moment'] & {}) | null
    readonly second: boolean
    readonly adjudicator: ApiSchemas['Address']
    readonly eventId: ApiSchemas['Integer']
    readonly asserter: ApiSchemas['Address']
    readonly triggered: boolean
    readonly bond: ApiSchemas['Integer']
    readonly bondToken: (ApiSchemas['Address'] & string) | null
    readonly forfeited: ApiSchemas['Integer']
    readonly root: ApiSchemas['Hash']
    readonly lossSum: ApiSchemas['Integer']
    readonly most: ApiSchemas['Integer']
    readonly evidence: ApiSchemas['Hash']
    readonly closedAt: (ApiSchemas['Moment'] & {}) | null
    readonly coversSettled: number
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly Ruling: {
    readonly blockNumber: ApiSchemas['Integer']
    readonly logIndex: number
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
    readonly incident: ApiSchemas['Integer']
    readonly entry: (ApiSchemas['Integer'] & string) | null
    readonly adjudicator: (ApiSchemas['Address'] & string) | null
    readonly kind: 'opened' | 'passedOn' | 'granted' | 'denied' | 'lapsed' | 'closed'
    readonly eventId: (ApiSchemas['Integer'] & string) | null
    readonly ratio: (ApiSchemas['Amount'] & {}) | null
    readonly share: (ApiSchemas['Amount'] & {}) | null
    readonly deadline: (ApiSchemas['Moment'] & {}) | null
    readonly forfeited: (ApiSchemas['Integer'] & string) | null
  }
  readonly PoolIncident: {
    readonly pool: ApiSchemas['Address']
    readonly incident: ApiSchemas['Integer']
    readonly risk: ApiSchemas['Hash']
    readonly reserve: ApiSchemas['Amount']
    readonly level: ApiSchemas['Amount']
    readonly claimed: ApiSchemas['Amount']
    readonly paid: ApiSchemas['Amount']
    readonly released: ApiSchemas['Amount']
    readonly finalLevel: (ApiSchemas['Amount'] & {}) | null
    readonly finalUntil: (ApiSchemas['Moment'] & {}) | null
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly Recovery: {
    readonly blockNumber: ApiSchemas['Integer']
    readonly logIndex: number
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
    readonly incident: ApiSchemas['Integer']
    readonly pool: ApiSchemas['Address']
    readonly payer: ApiSchemas['Address']
    readonly forHolders: ApiSchemas['Amount']
    readonly forPool: ApiSchemas['Amount']
  }
  readonly SalvageLot: {
    readonly lot: ApiSchemas['Integer']
    readonly incident: ApiSchemas['Integer']
    readonly pool: ApiSchemas['Address']
    readonly received: ApiSchemas['Integer']
    readonly taken: ApiSchemas['Integer']
    readonly payments: ApiSchemas['Amount']
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly Evidence: {
    readonly blockNumber: ApiSchemas['Integer']
    readonly logIndex: number
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
    readonly incident: ApiSchemas['Integer']
    readonly kind: 'evidence' | 'answer'
    readonly party: ApiSchemas['Address']
    readonly answers: (ApiSchemas['Hash'] & string) | null
    readonly text: string
  }
  readonly Assertion: {
    readonly assertionId: ApiSchemas['Hash']
    readonly incident: ApiSchemas['Integer']
    readonly adjudicator: ApiSchemas['Address']
    readonly asserter: ApiSchemas['Address']
    readonly bond: ApiSchemas['Integer']
    readonly status: 'asserted' | 'disputed' | 'upheld' | 'rejected'
    readonly assertedAt: ApiSchemas['Moment']
    readonly resolvedAt: (ApiSchemas['Moment'] & {}) | null
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly ProvenHolding: {
    readonly token: ApiSchemas['Address']
    readonly number: ApiSchemas['Integer']
    readonly account: ApiSchemas['Address']
    readonly held: ApiSchemas['Integer']
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  /** Own funds, requirement and price of shares. */
  readonly PoolSolvency: {
    readonly pool: ApiSchemas['Address']
    readonly at: ApiSchemas['Moment']
    readonly level: ApiSchemas['Amount']
    readonly supply: ApiSchemas['Amount']
    readonly cash: ApiSchemas['Amount']
    readonly unearned: ApiSchemas['Amount']
    readonly unvested: ApiSchemas['Amount']
    readonly funded: ApiSchemas['Amount']
    readonly openReserve: ApiSchemas['Amount']
    readonly owed: ApiSchemas['Amount']
    readonly high: ApiSchemas['Amount']
    readonly low: ApiSchemas['Amount']
    readonly scr: ApiSchemas['Amount']
    readonly backing: ApiSchemas['Amount']
    readonly priceBacking: ApiSchemas['Amount']
    readonly totalAssets: ApiSchemas['Amount']
    readonly sharePrice: ApiSchemas['Amount']
  }
  /** The figures are null once the cover was cancelled. */
  readonly CoverWithFigures: ApiSchemas['Cover'] & {
    readonly figures: ApiSchemas['CoverFigures']
  }
  readonly CoverFigures: {
    readonly at: ApiSchemas['Moment']
    readonly unearned: ApiSchemas['Amount'] & unknown
    readonly earned: ApiSchemas['Amount'] & unknown
    readonly refund: (ApiSchemas['Amount'] & {}) | null
    readonly refundFee: (ApiSchemas['Amount'] & {}) | null
    /** Why nothing is returned. */
    readonly refusal: string | null
  } | null
  readonly Quote: {
    readonly pool: ApiSchemas['Address']
    readonly listing: string
    readonly amount: ApiSchemas['Amount']
    readonly rate: ApiSchemas['Amount']
    readonly at: ApiSchemas['Moment']
    readonly end: ApiSchemas['Moment']
    /** Null if the pool would not sell. */
    readonly premium: {
      readonly net: ApiSchemas['Amount']
      readonly protocolFee: ApiSchemas['Amount']
      readonly curatorFee: ApiSchemas['Amount']
      readonly total: ApiSchemas['Amount']
    } | null
    /** Why the pool would not sell; the chain has the last word. */
    readonly refusals: readonly {
      readonly code: string
      readonly message: string
    }[]
  }
  readonly Case: {
    readonly incident: ApiSchemas['Integer']
    readonly listing: ApiSchemas['Integer']
    readonly pool: ApiSchemas['Address']
    readonly version: number
    readonly snapshot: ApiSchemas['Moment']
    readonly commitFrom: ApiSchemas['Moment']
    readonly revealFrom: ApiSchemas['Moment']
    readonly revealUntil: ApiSchemas['Moment']
    readonly appealUntil: ApiSchemas['Moment']
    readonly committed: ApiSchemas['Amount']
    readonly amount: ApiSchemas['Amount']
    readonly appellant: (ApiSchemas['Address'] & string) | null
    readonly dispute: (ApiSchemas['Integer'] & string) | null
    readonly arbitrateUntil: (ApiSchemas['Moment'] & {}) | null
    readonly outcome: 'pending' | 'decided' | 'undecided'
    readonly settled: boolean
    readonly award: (ApiSchemas['Amount'] & {}) | null
    readonly near: (ApiSchemas['Amount'] & {}) | null
    readonly pot: (ApiSchemas['Amount'] & {}) | null
    readonly fee: (ApiSchemas['Amount'] & {}) | null
    readonly settledAt: (ApiSchemas['Moment'] & {}) | null
    readonly phase: 'preparing' | 'committing' | 'revealing' | 'appealing' | 'arbitrated' | 'waiting' | 'settled'
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly Vote: {
    readonly incident: ApiSchemas['Integer']
    readonly assessor: ApiSchemas['Address']
    readonly weight: ApiSchemas['Amount']
    readonly committedAt: (ApiSchemas['Moment'] & {}) | null
    readonly revealedAt: (ApiSchemas['Moment'] & {}) | null
    readonly award: (ApiSchemas['Amount'] & {}) | null
    readonly reason: (ApiSchemas['Hash'] & string) | null
    readonly barred: boolean
    readonly unseated: boolean
    readonly slashed: ApiSchemas['Amount']
  }
  readonly CountedPool: {
    readonly incident: ApiSchemas['Integer']
    readonly pool: ApiSchemas['Address']
    readonly amount: ApiSchemas['Amount']
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Conflict: {
    readonly incident: ApiSchemas['Integer']
    readonly assessor: ApiSchemas['Address']
    readonly kind: 'shares' | 'exit' | 'cover'
    readonly pool: ApiSchemas['Address']
    readonly position: ApiSchemas['Integer']
    readonly until: (ApiSchemas['Moment'] & {}) | null
    readonly cleared: boolean
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Assessor: {
    readonly assessor: ApiSchemas['Address']
    readonly staked: ApiSchemas['Amount']
    readonly leaving: ApiSchemas['Amount']
    readonly readyAt: (ApiSchemas['Moment'] & {}) | null
    readonly slashed: ApiSchemas['Amount']
    readonly changedAt: ApiSchemas['Moment']
    readonly encryptionKey: (ApiSchemas['Bytes'] & string) | null
  }
  readonly Dispute: {
    readonly dispute: ApiSchemas['Integer']
    readonly arbitrable: ApiSchemas['Address']
    readonly snapshot: ApiSchemas['Moment']
    readonly until: ApiSchemas['Moment']
    readonly choices: number
    readonly extraData: ApiSchemas['Bytes']
    readonly votes?: ApiSchemas['Plain']
    readonly ruling: number | null
    readonly taken: boolean | null
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly MemberVote: {
    readonly dispute: ApiSchemas['Integer']
    readonly voter: ApiSchemas['Address']
    readonly choice: number
    readonly weight: ApiSchemas['Amount']
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly CourtVersion: {
    readonly version: number
    readonly parameters?: ApiSchemas['Plain']
    readonly config?: ApiSchemas['Plain']
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Proposal: {
    readonly proposal: ApiSchemas['Integer']
    readonly proposer: ApiSchemas['Address']
    readonly targets?: ApiSchemas['Plain']
    readonly values?: ApiSchemas['Plain']
    readonly calldatas?: ApiSchemas['Plain']
    readonly description: string
    readonly voteStart: ApiSchemas['Moment']
    readonly voteEnd: ApiSchemas['Moment']
    readonly against: ApiSchemas['Amount']
    readonly for: ApiSchemas['Amount']
    readonly abstain: ApiSchemas['Amount']
    readonly status: 'proposed' | 'cancelled' | 'queued' | 'executed'
    readonly executableAt: (ApiSchemas['Moment'] & {}) | null
    readonly phase: 'pending' | 'voting' | 'counted' | 'queued' | 'executable' | 'executed' | 'cancelled'
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly ProposalVote: {
    readonly proposal: ApiSchemas['Integer']
    readonly voter: ApiSchemas['Address']
    readonly support: 'against' | 'for' | 'abstain'
    readonly weight: ApiSchemas['Amount']
    readonly reason: string
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Member: {
    readonly account: ApiSchemas['Address']
    readonly balance: ApiSchemas['Amount']
    readonly delegate: (ApiSchemas['Address'] & string) | null
    readonly votes: ApiSchemas['Amount']
  }
  readonly ScheduledCall: {
    readonly scheduler: 'timelock' | 'accessManager'
    readonly id: ApiSchemas['Hash']
    readonly number: ApiSchemas['Integer']
    readonly caller: (ApiSchemas['Address'] & string) | null
    readonly target: ApiSchemas['Address']
    readonly value: ApiSchemas['Integer']
    readonly data: ApiSchemas['Bytes']
    readonly predecessor: (ApiSchemas['Hash'] & string) | null
    readonly executableAt: ApiSchemas['Moment']
    readonly status: 'scheduled' | 'executed' | 'cancelled'
    readonly createdBlock: ApiSchemas['Integer']
    readonly createdAt: ApiSchemas['Moment']
    readonly createdTransaction: ApiSchemas['Hash']
  }
  readonly Role: {
    readonly contract: 'accessManager' | 'timelock'
    readonly role: string
    readonly label: string | null
    readonly account: ApiSchemas['Address']
    readonly member: boolean
    readonly since: (ApiSchemas['Moment'] & {}) | null
    /** Seconds. */
    readonly delay: number
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly FunctionRole: {
    readonly target: ApiSchemas['Address']
    readonly selector: ApiSchemas['Bytes']
    readonly role: string
    readonly label: string | null
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly ManagedTarget: {
    readonly target: ApiSchemas['Address']
    readonly closed: boolean
    /** Seconds. */
    readonly adminDelay: number
    readonly adminDelaySince: (ApiSchemas['Moment'] & {}) | null
  }
  readonly GovernorSetting: {
    readonly name: string
    readonly value?: ApiSchemas['Plain']
    readonly previous?: ApiSchemas['Plain']
    readonly blockNumber: ApiSchemas['Integer']
    readonly logIndex: number
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Portfolio: {
    readonly account: ApiSchemas['Address']
    readonly covers: readonly ApiSchemas['Cover'][]
    readonly protectedBy: readonly ApiSchemas['Cover'][]
    readonly positions: readonly ApiSchemas['Position'][]
    readonly exits: readonly ApiSchemas['AccountExit'][]
    readonly claimable: readonly ApiSchemas['Claimable'][]
    readonly credits: readonly ApiSchemas['Credit'][]
    readonly payouts: readonly ApiSchemas['Settlement'][]
    readonly stakes: readonly ApiSchemas['AccountStake'][]
    readonly courtVotes: readonly ApiSchemas['AccountCourtVote'][]
    readonly proposalVotes: readonly ApiSchemas['AccountProposalVote'][]
    readonly governance: readonly ApiSchemas['AccountGovernance'][]
  }
  readonly Position: {
    readonly pool: ApiSchemas['Address']
    readonly shares: ApiSchemas['Amount']
    readonly value: ApiSchemas['Amount']
  }
  readonly AccountExit: {
    readonly pool: ApiSchemas['Address']
    readonly request: ApiSchemas['Integer']
    readonly shares: ApiSchemas['Amount']
    readonly sharesLeft: ApiSchemas['Amount']
    readonly assets: ApiSchemas['Amount']
    readonly readyAt: ApiSchemas['Moment']
    readonly status: 'waiting' | 'processed' | 'cancelled'
  }
  readonly Claimable: {
    readonly pool: ApiSchemas['Address']
    readonly assets: ApiSchemas['Amount']
    readonly shares: ApiSchemas['Amount']
  }
  readonly Credit: {
    readonly contract: ApiSchemas['Address']
    readonly token: ApiSchemas['Address']
    readonly amount: ApiSchemas['Integer']
  }
  readonly AccountStake: {
    readonly staked: ApiSchemas['Amount']
    readonly leaving: ApiSchemas['Amount']
    readonly readyAt: (ApiSchemas['Moment'] & {}) | null
    readonly slashed: ApiSchemas['Amount']
  }
  readonly AccountCourtVote: {
    readonly incident: ApiSchemas['Integer']
    readonly weight: ApiSchemas['Amount']
    readonly award: (ApiSchemas['Amount'] & {}) | null
    readonly revealedAt: (ApiSchemas['Moment'] & {}) | null
  }
  readonly AccountProposalVote: {
    readonly proposal: ApiSchemas['Integer']
    readonly support: 'against' | 'for' | 'abstain'
    readonly weight: ApiSchemas['Amount']
    readonly at: ApiSchemas['Moment']
  }
  readonly AccountGovernance: {
    readonly balance: ApiSchemas['Amount']
    readonly delegate: (ApiSchemas['Address'] & string) | null
    readonly votes: ApiSchemas['Amount']
  }
  readonly Setting: {
    readonly contract: string
    readonly name: string
    readonly value?: ApiSchemas['Plain']
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Approval: {
    readonly kind: string
    readonly account: ApiSchemas['Address']
    readonly approved: boolean
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Family: {
    readonly asset: ApiSchemas['Address']
    readonly family: number
    readonly blockNumber: ApiSchemas['Integer']
    readonly at: ApiSchemas['Moment']
    readonly transactionHash: ApiSchemas['Hash']
  }
  readonly Status: {
    readonly deployments: readonly {
      readonly name: string
      readonly chainId: number
      readonly synced: boolean
      readonly asOf: (ApiSchemas['AsOf'] & {}) | null
      readonly finalizedBlock: string | null
      /** Seconds between the last block indexed and now. */
      readonly lag: number | null
      /** Milliseconds since the indexer gave a sign of life. */
      readonly heartbeat: number | null
      readonly sources: readonly ApiSchemas['SourceAge'][]
    }[]
  }
  readonly SourceAge: {
    readonly listing: string
    readonly kind: string
    readonly adjudicator: string
    readonly updated: (ApiSchemas['Moment'] & {}) | null
    /** Seconds since the source was last looked at on chain. */
    readonly age: number | null
  }
  readonly Deployment: {
    readonly name: string
    readonly chainId: number
    readonly genesisHash: ApiSchemas['Hash']
    readonly startBlock: string
    readonly contracts: readonly {
      readonly name: string
      readonly address: ApiSchemas['Address']
      readonly codeHash: ApiSchemas['Hash']
    }[]
    readonly asOf: (ApiSchemas['AsOf'] & {}) | null
  }
}

/** What can be asked of the API, by the name of the operation. */
export type ApiOperations = {
  /** Pools, the newest first. */
  readonly listPools: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly asset?: string | number | bigint | undefined
      readonly curator?: string | number | bigint | undefined
      /** Pools that back this listing. */
      readonly listing?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Pool'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** A pool with its classes. */
  readonly getPool: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: ApiSchemas['PoolWithClasses']
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Solvency after each event that moved it, the latest first. */
  readonly listPoolSolvency: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      readonly from?: string | number | bigint | undefined
      readonly until?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Solvency'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Listings that the pool backs or backed, with class, group and limit. */
  readonly listPoolBackings: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      readonly listing?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Backing'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Groups of listings that fail together: limit, and what of it is in force. */
  readonly listPoolGroups: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Group'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Limits of adjudicators, and what hangs on each. */
  readonly listPoolAdjudicators: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['AdjudicatorLimit'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Exposure by risk, the largest first, with the class and group of its listing. */
  readonly listPoolRisks: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      readonly listing?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Risk'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Exposure by the day on which it runs off, the next first. */
  readonly listPoolDays: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      readonly risk?: string | number | bigint | undefined
      readonly from?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['ExposureDay'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Requests of underwriters to leave, the latest first. */
  readonly listPoolExits: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      readonly status?: 'waiting' | 'processed' | 'cancelled' | undefined
      readonly controller?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Exit'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Underwriters by shares, the largest first. */
  readonly listPoolHolders: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['ShareBalance'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Changes that the curator announced, the latest first. */
  readonly listPoolChanges: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      readonly status?: 'pending' | 'revoked' | 'executed' | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['CuratorChange'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Everything that a pool ever did, the latest first. */
  readonly listPoolLedger: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      readonly kind?: string | number | bigint | undefined
      readonly contract?: string | number | bigint | undefined
      readonly account?: string | number | bigint | undefined
      readonly cover?: string | number | bigint | undefined
      readonly listing?: string | number | bigint | undefined
      readonly incident?: string | number | bigint | undefined
      /** Not before this time, unix seconds. */
      readonly from?: string | number | bigint | undefined
      /** Before this time, unix seconds. */
      readonly until?: string | number | bigint | undefined
      readonly fromBlock?: string | number | bigint | undefined
      readonly untilBlock?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['LedgerEntry'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Every event of every contract. */
  readonly listLedger: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly kind?: string | number | bigint | undefined
      readonly contract?: string | number | bigint | undefined
      readonly account?: string | number | bigint | undefined
      readonly cover?: string | number | bigint | undefined
      readonly listing?: string | number | bigint | undefined
      readonly incident?: string | number | bigint | undefined
      /** Not before this time, unix seconds. */
      readonly from?: string | number | bigint | undefined
      /** Before this time, unix seconds. */
      readonly until?: string | number | bigint | undefined
      readonly fromBlock?: string | number | bigint | undefined
      readonly untilBlock?: string | number | bigint | undefined
      readonly pool?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['LedgerEntry'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Listings, the newest first. */
  readonly listListings: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly adjudicator?: string | number | bigint | undefined
      readonly creator?: string | number | bigint | undefined
      /** Listings that this pool backs. */
      readonly pool?: string | number | bigint | undefined
      readonly keyed?: 'true' | 'false' | undefined
      readonly lossProof?: 'none' | 'merkle' | 'holdings' | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Listing'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** A listing: terms, wording, rate. */
  readonly getListing: {
    readonly path: {
      readonly listing: string | number | bigint
    }
    readonly query: {
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: ApiSchemas['Listing']
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Every rate of a listing, the latest first: version, date, reason, hashes of data and model. */
  readonly listRates: {
    readonly path: {
      readonly listing: string | number | bigint
    }
    readonly query: {
      readonly reason?: 'posted' | 'bounded' | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Rate'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Reports on the keys of a listing. */
  readonly listReports: {
    readonly path: {
      readonly listing: string | number | bigint
    }
    readonly query: {
      readonly status?: 'requested' | 'reported' | 'suspended' | 'proven' | 'failed' | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Report'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What rules on listings: configuration, and the state of its source. */
  readonly listTriggers: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly kind?:
        | 'priceFeed'
        | 'vaultLoss'
        | 'deficit'
        | 'reserve'
        | 'frozen'
        | 'report'
        | 'court'
        | 'optimistic'
        | undefined
      readonly adjudicator?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Trigger'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What rules on a listing, and its state. */
  readonly getTrigger: {
    readonly path: {
      readonly listing: string | number | bigint
    }
    readonly query: {
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: ApiSchemas['Trigger']
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Spans that a trigger watched: armed, proven, ended. */
  readonly listTriggerSpans: {
    readonly path: {
      readonly listing: string | number | bigint
    }
    readonly query: {
      readonly status?: 'armed' | 'proven' | 'ended' | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['TriggerSpan'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Everything that a trigger was shown, the latest first. */
  readonly listTriggerReadings: {
    readonly path: {
      readonly listing: string | number | bigint
    }
    readonly query: {
      readonly incident?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Reading'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Covers, the newest first. */
  readonly listCovers: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly owner?: string | number | bigint | undefined
      readonly payee?: string | number | bigint | undefined
      /** Covers that protect this account. */
      readonly account?: string | number | bigint | undefined
      readonly pool?: string | number | bigint | undefined
      readonly listing?: string | number | bigint | undefined
      readonly status?: 'active' | 'ended' | 'exhausted' | 'cancelled' | undefined
      /** Unix seconds. */
      readonly endsBefore?: string | number | bigint | undefined
      /** Unix seconds. */
      readonly endsAfter?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Cover'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What happened to a cover, the latest first. */
  readonly listCoverEvents: {
    readonly path: {
      readonly cover: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['CoverEvent'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What was added to a cover, and from when on it counts. */
  readonly listCoverIncreases: {
    readonly path: {
      readonly cover: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['CoverIncrease'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What a cover paid, payment by payment, the latest first. */
  readonly listCoverSettlements: {
    readonly path: {
      readonly cover: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Settlement'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Incidents, the latest first. */
  readonly listIncidents: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly status?: 'open' | 'granted' | 'denied' | 'lapsed' | 'closed' | undefined
      readonly listing?: string | number | bigint | undefined
      readonly asserter?: string | number | bigint | undefined
      readonly adjudicator?: string | number | bigint | undefined
      readonly pool?: string | number | bigint | undefined
      readonly openedAfter?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Incident'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** An incident as it stands. */
  readonly getIncident: {
    readonly path: {
      readonly incident: string | number | bigint
    }
    readonly query: {
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: ApiSchemas['Incident']
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Each step that an incident took, the first first. */
  readonly listIncidentRulings: {
    readonly path: {
      readonly incident: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Ruling'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What the incident holds and paid in each pool. */
  readonly listIncidentPools: {
    readonly path: {
      readonly incident: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['PoolIncident'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What the incident paid, payment by payment, the latest first. */
  readonly listIncidentSettlements: {
    readonly path: {
      readonly incident: string | number | bigint
    }
    readonly query: {
      readonly to?: string | number | bigint | undefined
      readonly pool?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Settlement'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What was ever paid, the latest first. */
  readonly listSettlements: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly to?: string | number | bigint | undefined
      readonly pool?: string | number | bigint | undefined
      readonly incident?: string | number | bigint | undefined
      readonly cover?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Settlement'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Money that came back. */
  readonly listIncidentRecoveries: {
    readonly path: {
      readonly incident: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Recovery'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Lots of distressed tokens. */
  readonly listIncidentLots: {
    readonly path: {
      readonly incident: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['SalvageLot'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Evidence and the answers to it. */
  readonly listIncidentEvidence: {
    readonly path: {
      readonly incident: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Evidence'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Assertions in UMA's oracle. */
  readonly listIncidentAssertions: {
    readonly path: {
      readonly incident: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Assertion'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Holdings proven at the block that stands for the time of its loss. */
  readonly listIncidentProofs: {
    readonly path: {
      readonly incident: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['ProvenHolding'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Own funds, requirement and price of shares, worked out at the time of the block. */
  readonly getPoolSolvency: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      /** Unix seconds, not before the block: the figures at that time if nothing else happens until then. */
      readonly at?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: ApiSchemas['PoolSolvency']
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** A cover, with its premium earned and unearned, and the refund if it were cancelled now. */
  readonly getCover: {
    readonly path: {
      readonly cover: string | number | bigint
    }
    readonly query: {
      /** Unix seconds, not before the block: the figures at that time if nothing else happens until then. */
      readonly at?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: ApiSchemas['CoverWithFigures']
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What a new cover costs at the time of the block. */
  readonly getQuote: {
    readonly path: {
      readonly pool: string | number | bigint
    }
    readonly query: {
      readonly listing: string | number | bigint
      /** Sum insured, units of the pool's asset. */
      readonly amount: string | number | bigint
      /** Seconds. */
      readonly period: string | number | bigint
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: ApiSchemas['Quote']
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Cases before the court, the latest first. */
  readonly listCases: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly settled?: 'true' | 'false' | undefined
      readonly listing?: string | number | bigint | undefined
      /** Cases in which this assessor voted. */
      readonly assessor?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Case'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** A case, by the number of its incident. */
  readonly getCase: {
    readonly path: {
      readonly case: string | number | bigint
    }
    readonly query: {
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: ApiSchemas['Case']
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What assessors did in a case. */
  readonly listCaseVotes: {
    readonly path: {
      readonly case: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Vote'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Pools that were counted in a case. */
  readonly listCasePools: {
    readonly path: {
      readonly case: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['CountedPool'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Interests of assessors that were reported. */
  readonly listCaseConflicts: {
    readonly path: {
      readonly case: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Conflict'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Assessors by stake. */
  readonly listAssessors: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Assessor'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** The stake of an assessor. */
  readonly getAssessor: {
    readonly path: {
      readonly assessor: string | number | bigint
    }
    readonly query: {
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: ApiSchemas['Assessor']
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Disputes before the members. */
  readonly listDisputes: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Dispute'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Votes of members on a dispute. */
  readonly listDisputeVotes: {
    readonly path: {
      readonly dispute: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['MemberVote'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Versions of the court's parameters. */
  readonly listCourtVersions: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['CourtVersion'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Proposals, the latest first. */
  readonly listProposals: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly status?: 'proposed' | 'cancelled' | 'queued' | 'executed' | undefined
      readonly proposer?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Proposal'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** A proposal with its calls and its count. */
  readonly getProposal: {
    readonly path: {
      readonly proposal: string | number | bigint
    }
    readonly query: {
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: ApiSchemas['Proposal']
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Votes on a proposal, the heaviest first. */
  readonly listProposalVotes: {
    readonly path: {
      readonly proposal: string | number | bigint
    }
    readonly query: {
      readonly support?: 'against' | 'for' | 'abstain' | undefined
      readonly voter?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['ProposalVote'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Members by votes. */
  readonly listDelegates: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      /** Those who delegate to this account. */
      readonly delegate?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Member'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Restricted calls that wait or waited in the timelock and the access manager. */
  readonly listScheduledCalls: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly status?: 'scheduled' | 'executed' | 'cancelled' | undefined
      readonly target?: string | number | bigint | undefined
      readonly scheduler?: 'timelock' | 'accessManager' | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['ScheduledCall'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Who holds, or held, which role. */
  readonly listRoles: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly account?: string | number | bigint | undefined
      readonly contract?: 'accessManager' | 'timelock' | undefined
      readonly member?: 'true' | 'false' | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Role'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Which role may call which restricted function. */
  readonly listRestrictedFunctions: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly target?: string | number | bigint | undefined
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['FunctionRole'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What the access manager knows of contracts. */
  readonly listManagedTargets: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['ManagedTarget'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** The governor's parameters, each change. */
  readonly listGovernorSettings: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['GovernorSetting'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Everything of an account: covers, shares, exits, payouts, stakes, votes. */
  readonly getAccount: {
    readonly path: {
      readonly account: string | number | bigint
    }
    readonly query: {
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: ApiSchemas['Portfolio']
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What an account did and what concerned it, the latest first. */
  readonly listAccountActivity: {
    readonly path: {
      readonly account: string | number | bigint
    }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['LedgerEntry'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** What holds for the whole protocol: fees, pauses, bounds. */
  readonly listSettings: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Setting'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Who may be named as adjudicator, and who may sign quotes. */
  readonly listApprovals: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Approval'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Families of assets that fail together. */
  readonly listFamilies: {
    readonly path: { readonly [name in never]: never }
    readonly query: {
      readonly limit?: string | number | bigint | undefined
      /** The `next_cursor` of the page before. */
      readonly cursor?: string | number | bigint | undefined
      /** The id of the chain; needed where deployments on several are served. */
      readonly chain?: string | number | bigint | undefined
    }
    readonly answer: {
      readonly data: readonly ApiSchemas['Family'][]
      readonly next_cursor: string | null
      readonly asOf: ApiSchemas['AsOf']
    }
  }
  /** Whether the process lives. */
  readonly getHealth: {
    readonly path: { readonly [name in never]: never }
    readonly query: { readonly [name in never]: never }
    readonly answer: {
      readonly status: 'ok'
    }
  }
  /** Whether everything is indexed. */
  readonly getReadiness: {
    readonly path: { readonly [name in never]: never }
    readonly query: { readonly [name in never]: never }
    readonly answer: {
      readonly status: 'ready'
    }
  }
  /** How far the index is, and how old the sources of triggers are. */
  readonly getStatus: {
    readonly path: { readonly [name in never]: never }
    readonly query: { readonly [name in never]: never }
    readonly answer: ApiSchemas['Status']
  }
  /** What is served here: chains, and the contracts on each. */
  readonly listDeployments: {
    readonly path: { readonly [name in never]: never }
    readonly query: { readonly [name in never]: never }
    readonly answer: {
      readonly data: readonly ApiSchemas['Deployment'][]
    }
  }
}

/** The path of each operation. */
export const apiPaths = {
  listPools: '/v1/pools',
  getPool: '/v1/pools/{pool}',
  listPoolSolvency: '/v1/pools/{pool}/solvency/history',
  listPoolBackings: '/v1/pools/{pool}/backings',
  listPoolGroups: '/v1/pools/{pool}/groups',
  listPoolAdjudicators: '/v1/pools/{pool}/adjudicators',
  listPoolRisks: '/v1/pools/{pool}/exposures',
  listPoolDays: '/v1/pools/{pool}/exposures/days',
  listPoolExits: '/v1/pools/{pool}/exits',
  listPoolHolders: '/v1/pools/{pool}/holders',
  listPoolChanges: '/v1/pools/{pool}/changes',
  listPoolLedger: '/v1/pools/{pool}/ledger',
  listLedger: '/v1/ledger',
  listListings: '/v1/listings',
  getListing: '/v1/listings/{listing}',
  listRates: '/v1/listings/{listing}/rates',
  listReports: '/v1/listings/{listing}/reports',
  listTriggers: '/v1/triggers',
  getTrigger: '/v1/triggers/{listing}',
  listTriggerSpans: '/v1/triggers/{listing}/spans',
  listTriggerReadings: '/v1/triggers/{listing}/readings',
  listCovers: '/v1/covers',
  listCoverEvents: '/v1/covers/{cover}/events',
  listCoverIncreases: '/v1/covers/{cover}/increases',
  listCoverSettlements: '/v1/covers/{cover}/settlements',
  listIncidents: '/v1/incidents',
  getIncident: '/v1/incidents/{incident}',
  listIncidentRulings: '/v1/incidents/{incident}/rulings',
  listIncidentPools: '/v1/incidents/{incident}/pools',
  listIncidentSettlements: '/v1/incidents/{incident}/settlements',
  listSettlements: '/v1/settlements',
  listIncidentRecoveries: '/v1/incidents/{incident}/recoveries',
  listIncidentLots: '/v1/incidents/{incident}/lots',
  listIncidentEvidence: '/v1/incidents/{incident}/evidence',
  listIncidentAssertions: '/v1/incidents/{incident}/assertions',
  listIncidentProofs: '/v1/incidents/{incident}/proofs',
  getPoolSolvency: '/v1/pools/{pool}/solvency',
  getCover: '/v1/covers/{cover}',
  getQuote: '/v1/pools/{pool}/quote',
  listCases: '/v1/cases',
  getCase: '/v1/cases/{case}',
  listCaseVotes: '/v1/cases/{case}/votes',
  listCasePools: '/v1/cases/{case}/pools',
  listCaseConflicts: '/v1/cases/{case}/conflicts',
  listAssessors: '/v1/assessors',
  getAssessor: '/v1/assessors/{assessor}',
  listDisputes: '/v1/disputes',
  listDisputeVotes: '/v1/disputes/{dispute}/votes',
  listCourtVersions: '/v1/court/versions',
  listProposals: '/v1/proposals',
  getProposal: '/v1/proposals/{proposal}',
  listProposalVotes: '/v1/proposals/{proposal}/votes',
  listDelegates: '/v1/delegates',
  listScheduledCalls: '/v1/calls',
  listRoles: '/v1/roles',
  listRestrictedFunctions: '/v1/functions',
  listManagedTargets: '/v1/targets',
  listGovernorSettings: '/v1/governor/settings',
  getAccount: '/v1/accounts/{account}',
  listAccountActivity: '/v1/accounts/{account}/activity',
  listSettings: '/v1/settings',
  listApprovals: '/v1/approvals',
  listFamilies: '/v1/families',
  getHealth: '/health',
  getReadiness: '/ready',
  getStatus: '/status',
  listDeployments: '/v1/deployments',
} as const satisfies { readonly [name in keyof ApiOperations]: string }
