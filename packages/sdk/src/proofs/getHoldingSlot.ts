import { type Address, encodeAbiParameters, encodePacked, type Hex, keccak256, numberToHex } from 'viem'

/** Where a token keeps balances or owners. */
export type TokenLayout = {
  /** How a mapping's slot is hashed; `packed` is Solady's ERC-20, with the seed as slot. */
  readonly order: 'solidity' | 'vyper' | 'packed'
  /** Slot of the mapping. */
  readonly slot: bigint
  /** Bits of the word that count. @default all */
  readonly mask?: bigint | undefined
  /** Bits that the masked word is shifted right by. @default 0 */
  readonly shift?: number | undefined
}

/** What {@link getHoldingSlot} takes. */
export type GetHoldingSlotParameters = {
  /** Where the token keeps balances or owners. */
  layout: TokenLayout
  /** The account, or the id of an NFT. */
  key: Address | bigint
}

/**
 * Computes the slot of an account's balance, or of an NFT's owner, as `LossProofs` does.
 *
 * @param parameters the layout, and the account or id.
 * @returns the storage slot.
 * @example
 * getHoldingSlot({ layout: { order: 'solidity', slot: 0n }, key: alice })
 */
export function getHoldingSlot({ layout: { order, slot }, key }: GetHoldingSlotParameters): Hex {
  const word = BigInt(key)
  if (order === 'packed') {
    const account = numberToHex(word, { size: 20 })
    return keccak256(encodePacked(['address', 'uint96'], [account, slot]))
  }
  const words = order === 'solidity' ? ([word, slot] as const) : ([slot, word] as const)
  return keccak256(encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], words))
}
