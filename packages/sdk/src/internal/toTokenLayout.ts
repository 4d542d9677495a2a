import { type Address, maxUint256 } from 'viem'
import type { TokenLayout } from '../proofs/getHoldingSlot.ts'
import { slotOrders, type TokenKind, tokenKinds } from '../types/proof.ts'

/** The contract's `TokenLayout`. */
type Raw = { token: Address; kind: number; order: number; slot: bigint; mask: bigint; shift: number }

/** A layout as the contract takes it. */
export function toTokenLayout(registered: { token: Address; kind: TokenKind; layout: TokenLayout }): Raw {
  const { token, kind, layout } = registered
  const { order, slot, mask = maxUint256, shift = 0 } = layout
  return { token, kind: tokenKinds.indexOf(kind), order: slotOrders.indexOf(order), slot, mask, shift }
}

/** What a token is, and its layout. */
export function fromTokenLayout({ kind, order, slot, mask, shift }: Raw): { kind: TokenKind; layout: TokenLayout } {
  const layout = { order: slotOrders[order] as TokenLayout['order'], slot, mask, shift }
  return { kind: tokenKinds[kind] as TokenKind, layout }
}
