import type { Address, Hex } from 'viem'
import type { TokenLayout } from '../proofs/getHoldingSlot.ts'

/** What a token is, in the order of the contract's numbers. */
export const tokenKinds = ['erc20', 'erc721'] as const

/** What a token is; `erc20` is also the share of an ERC-4626 vault. */
export type TokenKind = (typeof tokenKinds)[number]

/** How a mapping's slot is hashed, in the order of the contract's numbers. */
export const slotOrders = ['solidity', 'vyper', 'packed'] as const

/** A token whose holdings can be proven. */
export type RegisteredToken = {
  /** What it is. */
  kind: TokenKind
  /** Where it keeps balances or owners. */
  layout: TokenLayout
  /** Smallest units of a whole token (an NFT: 1e18); zero if it was not registered. */
  unit: bigint
  /** Hash of its code when it was registered. */
  codeHash: Hex
  /** True once the registered slots were shown equal to what it answers. */
  shown: boolean
  /** True if no more cover is sold on it. */
  retired: boolean
}

/** An account or an id that shows where a token keeps what it answers. */
export type TokenSample = {
  /** The account, or the id of an NFT. */
  key: Address | bigint
  /** Its proof: see `buildHoldingProof`. */
  storageProof: readonly Hex[]
}

/** What a listing asks to be proven: what an account held of a token, and what that was worth. */
export type ProofTerms = {
  /** The token. */
  token: Address
  /** True if the token is handed over against the payout. @default false */
  salvage?: boolean | undefined
} & (
  | {
      /** Whole units of the pool's asset per whole token (or NFT), WAD. */
      value: bigint
    }
  | {
      /** A Chainlink proxy that states the same in its own decimals. */
      feed: Address
      /** Seconds that its round may be older than the loss. */
      heartbeat: bigint
    }
)

/** What is proven of an account at a time of loss. */
export type Holding = {
  /** False while the block, the holding or the value is not proven; for NFTs until a day after the first. */
  known: boolean
  /** What it held, smallest units; 1e18 an NFT. */
  held: bigint
  /** What was paid on already in the week of the loss and both its neighbours, same units. */
  used: bigint
  /** Whole units of the pool's asset per whole token, WAD, rounded down. */
  value: bigint
  /** Smallest units per whole token. */
  unit: bigint
}

/** What was recorded of a block. */
export type RecordedBlock = {
  /** Root of its state. */
  stateRoot: Hex
  /** Unix seconds. */
  timestamp: bigint
}

/** What was handed over for one incident to one pool on one day (UTC). */
export type Lot = {
  /** Whose it is. */
  pool: Address
  /** Incident that it was handed over for. */
  incident: bigint
  /** Unix seconds at which its auction starts. */
  startsAt: bigint
  /** What is sold. */
  token: Address
  /** Not yet sold, token units. */
  left: bigint
  /** What a whole token was worth before the loss, whole units of the pool's asset, WAD. */
  value: bigint
}
