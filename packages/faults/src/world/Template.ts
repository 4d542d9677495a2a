import type { Address, Hex } from 'viem'

/** A feed of the world: what triggers read, and what its oracle submits to. */
export type WorldFeed = { readonly proxy: Address; readonly aggregator: Address; readonly oracle: Address }

/** A listing that pays what a feed fell; times in seconds, prices in the feed's decimals. */
export type WorldDepeg = {
  readonly listing: bigint
  readonly feed: WorldFeed
  readonly strike: bigint
  readonly recovery: bigint
  readonly par: bigint
  readonly persistence: bigint
  readonly heartbeat: bigint
  /** From a loss to its ruling at the latest, as the trigger states it. */
  readonly worstCase: bigint
}

/** A flight that can be insured, as quotes name it. */
export type WorldFlight = {
  readonly facts: Hex
  readonly factsHash: Hex
  readonly zone: bigint
  readonly begins: bigint
  readonly ends: bigint
  readonly lastSale: bigint
}

/** Where everything is in the world that each seed begins with. */
export type Template = {
  /** The manifest, as services read it. */
  readonly deployment: string
  readonly usd: Address
  /** The first backs every listing, the second the first listing alone. */
  readonly pools: readonly [Address, Address]
  readonly depegs: readonly [WorldDepeg, WorldDepeg]
  /** The listing of flights, which two of three reporters report on, and what it pays if one is late, WAD. */
  readonly flights: { readonly listing: bigint; readonly worstCase: bigint; readonly ratio: bigint }
  /** Time of the newest block, Unix seconds. */
  readonly time: bigint
}
