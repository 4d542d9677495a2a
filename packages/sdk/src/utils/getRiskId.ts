import { encodeAbiParameters, type Hex, keccak256, numberToHex, zeroHash } from 'viem'

/** What {@link getRiskId} takes. */
export type GetRiskIdParameters = {
  /** Listing number. */
  listing: bigint
  /** Key of the risk. @default zero: a listing without keys */
  key?: Hex | undefined
}

/**
 * Computes the id of a risk, as the contracts do.
 *
 * @param parameters the listing, and the key if it has keys.
 * @returns the listing's number where there is no key, else keccak256(listing, key).
 * @example
 * getRiskId({ listing: 1n }) // '0x0000000000000000000000000000000000000000000000000000000000000001'
 */
export function getRiskId({ listing, key = zeroHash }: GetRiskIdParameters): Hex {
  if (BigInt(key) === 0n) return numberToHex(listing, { size: 32 })
  return keccak256(encodeAbiParameters([{ type: 'uint256' }, { type: 'bytes32' }], [listing, key]))
}
