import type { Address } from 'viem'
import type { TokenLayout } from '../proofs/getHoldingSlot.ts'

/** What a token is, in the order of the contract's numbers; `erc20` is also the share of an ERC-4626 vault. */
export const tokenKinds = ['erc20', 'erc721'] as const

/** What a token is. */
export type TokenKind = (typeof tokenKinds)[number]

/** Where a token keeps its balances or owners, as it is registered. */
export type RegisteredLayout = TokenLayout & {
  /** What it is. */
  readonly kind: TokenKind
}

/** What a listing asks to be proven. */
export type ProofTerms = {
  /** A token that was shown. */
  token: Address
  /** Whole units of the pool's asset per whole token (or NFT), WAD; zero: by the feed. */
  value: bigint
  /** A Chainlink feed that states the same; the zero address where the value is fixed. */
  feed: Address
  /** Seconds that the feed's round may be older than the loss. */
  heartbeat: bigint
  /** True if the token is handed over against the payout. */
  salvage: boolean
}
