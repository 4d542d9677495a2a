import type { Address, Hex } from 'viem'

/** A class of groups that share causes. */
export type ClassParameters = {
  /** Correlation within the class, WAD, in whole basis points. */
  rho: bigint
  /** Greatest loss probability that the class was calibrated for, WAD. */
  maxLossProbability: bigint
}

/** What is fixed when a pool is created. */
export type PoolParameters = {
  /** ERC-20 with at most 18 decimals. */
  asset: Address
  /** Runs classes, groups, limits and the curator's fee. */
  curator: Address
  /** ERC-20 name of the share. */
  name: string
  /** ERC-20 symbol of the share. */
  symbol: string
  /** Seconds between an exit's request and its processing, 1 to 60 days. */
  cooldown: bigint
  /** Correlation across classes, WAD, in whole basis points. */
  r: bigint
  /** Charge on the whole amount insured, WAD per year, at most 5 %. */
  kappa: bigint
  /** Up to 16 classes. */
  classes: readonly ClassParameters[]
}

/** What a buyer wants to insure. */
export type Insured = {
  /** Listing number. */
  listing: bigint
  /** Sum insured, units of the pool's asset; a multiple of the grain. */
  amount: bigint
  /** Seconds of cover from now, waiting included; left out for a keyed risk, which ends with its event. */
  duration?: bigint | undefined
  /** The signed offer for a keyed risk, see `encodeQuote`; left out for any other. */
  quote?: Hex | undefined
  /** Protected account. @default none: the listing needs no loss proof */
  protectedAccount?: Address | undefined
  /** Who receives a commission. @default nobody */
  referrer?: Address | undefined
  /** Commission on top of the net premium, basis points. @default 0 */
  referrerFee?: number | undefined
}

/** More time for a cover. */
export type Extension = {
  /** Id of the cover. */
  id: bigint
  /** The cover's listing number. */
  listing: bigint
  /** Seconds by which its end moves. */
  duration: bigint
  /** Who receives a commission. @default nobody */
  referrer?: Address | undefined
  /** Commission on top of the net premium, basis points. @default 0 */
  referrerFee?: number | undefined
}

/** A higher sum insured for a cover. */
export type Increase = {
  /** Id of the cover. */
  id: bigint
  /** The cover's listing number. */
  listing: bigint
  /** What to insure more, units of the pool's asset; a multiple of the grain. */
  amount: bigint
  /** A signed offer for the cover's event, see `encodeQuote`; left out unless the risk is keyed. */
  quote?: Hex | undefined
  /** The cover's protected account, where it is the risk; left out for any other listing. */
  protectedAccount?: Address | undefined
  /** Who receives a commission. @default nobody */
  referrer?: Address | undefined
  /** Commission on top of the net premium, basis points. @default 0 */
  referrerFee?: number | undefined
}

/** What a purchase costs, units of the pool's asset. */
export type Premium = {
  /** Net premium: expected loss and cost of capital; streams to the underwriters. */
  net: bigint
  /** Fee for the treasury. */
  protocolFee: bigint
  /** Fee for the curator. */
  curatorFee: bigint
  /** Commission for the referrer. */
  referrerFee: bigint
  /** Everything that the buyer pays. */
  total: bigint
}

/** Everything about a pool's capital at one moment, units of its asset. */
export type CapitalReport = {
  /** The ledger. */
  cash: bigint
  /** Premium not yet earned. */
  unearned: bigint
  /** Gains that still stream in. */
  unvested: bigint
  /** Σ level × granted reserve, less what was paid on it. */
  funded: bigint
  /** What open (not yet ruled) incidents may take. */
  openReserve: bigint
  /** Exits set aside, payouts kept for collection and fees. */
  owed: bigint
  /** Own funds, open incidents not deducted: what deposits are priced at. */
  high: bigint
  /** Own funds, open incidents deducted: what exits are priced at. */
  low: bigint
  /** Solvency capital requirement. */
  scr: bigint
  /** What a sale may use: low × shares not queued / shares. */
  backing: bigint
  /** b of the price, rising over a cooldown. */
  priceBacking: bigint
  /** Level of the price curve k, WAD per year. */
  level: bigint
}
