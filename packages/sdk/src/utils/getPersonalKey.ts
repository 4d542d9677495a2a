import { type Address, encodeAbiParameters, type Hex, keccak256 } from 'viem'

/** What {@link getPersonalKey} takes. */
export type GetPersonalKeyParameters = {
  /** Protected account of the cover. */
  account: Address
  /** Who the cover was bought for; a transfer does not change the risk. */
  owner: Address
}

/**
 * Computes the key of a personal risk, as the contracts do: each protected account is a risk of its own for each owner
 * who insures it.
 *
 * @param parameters the account and the first owner.
 * @returns keccak256(account, owner).
 * @example
 * const key = getPersonalKey({ account: alice, owner: bob })
 */
export function getPersonalKey({ account, owner }: GetPersonalKeyParameters): Hex {
  return keccak256(encodeAbiParameters([{ type: 'address' }, { type: 'address' }], [account, owner]))
}
