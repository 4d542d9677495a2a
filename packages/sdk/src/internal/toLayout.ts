import type { Address } from 'viem'
import type { TokenLayout } from '../proofs/getHoldingSlot.ts'
import { type RegisteredLayout, type TokenKind, tokenKinds } from '../types/proof.ts'

/** How a mapping's slot is hashed, in the order of the contract's numbers. */
const orders = ['solidity', 'vyper', 'packed'] as const satisfies TokenLayout['order'][]

/** Counts every bit of a balance, or of an owner's address. */
const masks: Readonly<Record<TokenKind, bigint>> = { erc20: 2n ** 256n - 1n, erc721: 2n ** 160n - 1n }

/** A layout as the contract takes it. */
export function toLayout(token: Address, { kind, order, slot, mask = masks[kind], shift = 0 }: RegisteredLayout) {
  return { token, kind: tokenKinds.indexOf(kind), order: orders.indexOf(order), slot, mask, shift }
}

/** A layout as the contract answers it. */
export function fromLayout(layout: ReturnType<typeof toLayout>): RegisteredLayout {
  const { kind, order, slot, mask, shift } = layout
  return { kind: tokenKinds[kind] as TokenKind, order: orders[order] as TokenLayout['order'], slot, mask, shift }
}
