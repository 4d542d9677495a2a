/** A number as a decoder of events gives it. */
type Integer = bigint | number

/** The arguments of every event that moves a mirror, by its name; those of `Listings`, `PoolFactory`, `Incidents`, pools. */
export type MirrorEventArguments = {
  ListingCreated: {
    listing: Integer
    terms: {
      adjudicator: string
      lossProof: Integer
      keyed: boolean
      personal: boolean
      maxRatio: Integer
      deductible: Integer
      waiting: Integer
      grace: Integer
      eventWindow: Integer
      minPeriod: Integer
      maxPeriod: Integer
    }
  }
  ProtocolFeeSet: { fee: Integer }
  PoolAsset: { asset: string; decimals: Integer }
  PoolCreated: {
    pool: string
    number: Integer
    curator: string
    parameters: {
      asset: string
      r: Integer
      kappa: Integer
      cooldown: Integer
      classes: readonly { rho: Integer; maxLossProbability: Integer }[]
    }
  }

  IncidentOpened: { incident: Integer; listing: Integer; key: string; lossTime: Integer }
  LossesGranted: { incident: Integer; most: Integer }
  IncidentGranted: { incident: Integer; eventId: Integer; share: Integer }
  IncidentDenied: { incident: Integer }
  IncidentLapsed: { incident: Integer }
  IncidentClosed: { incident: Integer }
  CoverSettled: { incident: Integer; id: Integer; claim: Integer; payout: Integer }
  LeavesClaimed: { incident: Integer; id: Integer; claim: Integer }
  LeavesSettled: { incident: Integer; id: Integer; payments: readonly bigint[] }

  BackingSet: { listing: Integer; class: Integer; group: Integer; limit: Integer }
  GroupLimitSet: { class: Integer; group: Integer; limit: Integer }
  AdjudicatorLimitSet: { adjudicator: string; limit: Integer }
  CuratorFeeSet: { fee: Integer }
  CuratorSet: { curator: string }
  Deposit: { assets: Integer; shares: Integer }
  Withdraw: { owner: string; assets: Integer; shares: Integer }
  RedeemRequest: { controller: string; requestId: Integer; shares: Integer }
  RedeemProcessed: { requestId: Integer; controller: string; shares: Integer; assets: Integer; sharesLeft: Integer }
  RedeemCancelled: { requestId: Integer; shares: Integer; returned: Integer }
  ExitsProcessed: { head: Integer; assets: Integer }
  CoverPlaced: { id: Integer; account: string; group: Integer; from: Integer }
  CoverBought: {
    id: Integer
    listing: Integer
    key: string
    amount: Integer
    end: Integer
    premium: Integer
    fees: Integer
  }
  ReferrerFeeKept: { referrer: string; fee: Integer }
  CoverExtended: { id: Integer; end: Integer; premium: Integer; fees: Integer }
  CoverIncreased: { id: Integer; amount: Integer; premium: Integer; fees: Integer }
  CoverDecreased: { id: Integer; amount: Integer; refund: Integer; fee: Integer }
  CoverCancelled: { id: Integer; refund: Integer; fee: Integer }
  Stepped: { cursor: Integer }
  LevelFinal: { incident: Integer }
  ReserveReleased: { incident: Integer; amount: Integer }
  ClaimsPaid: { incident: Integer; claim: Integer; settled: Integer; paid: Integer; payout: Integer }
  ExposureReleased: { risk: string; released: Integer; exposure: Integer }
  Contributed: { assets: Integer }
  DebtPaid: { nominal: Integer; amount: Integer }
  PayoutKept: { account: string; amount: Integer }
  PayoutCollected: { account: string; amount: Integer }
  FeesCollected: { amount: Integer }
  WrittenDown: { lost: Integer; cash: Integer }
}

/** The name of an event that moves a mirror. */
export type MirrorEventName = keyof MirrorEventArguments

/** An event as a decoder gives it. One whose name is not in {@link MirrorEventArguments} moves nothing. */
export type MirrorEvent = {
  /** The contract that emitted it. */
  address: string
  /** Unix seconds of its block. */
  timestamp: bigint
  eventName: string
  /** Its arguments by name; further ones are ignored. */
  args: unknown
}
