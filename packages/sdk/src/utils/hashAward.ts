import { type Address, encodeAbiParameters, type Hex, keccak256 } from 'viem'

/** What {@link hashAward} takes. */
export type HashAwardParameters = {
  /** The address of `Court`. */
  court: Address
  /** The chain's number. */
  chainId: number
  /** Number of the incident. */
  incident: bigint
  /** Who commits himself. */
  assessor: Address
  /** Billionths of the ratio asserted. */
  award: bigint
  /** Hash of the written reason. */
  reason: Hex
  /** What makes it secret: 32 random bytes, to be kept until the reveal. */
  salt: Hex
}

const types = ['uint256', 'address', 'uint256', 'address', 'uint32', 'bytes32', 'bytes32'].map((type) => ({ type }))

/**
 * Computes what an assessor commits himself to, as `Court.commitmentOf` does; without asking anybody, who would then know.
 *
 * @param parameters the award, and what binds it.
 * @returns the commitment.
 * @example
 * const reason = keccak256('0x6265636175736520')
 * const commitment = hashAward({ court, chainId: 1, incident: 1n, assessor: alice, award: 10n ** 9n, reason, salt: dataHash })
 */
export function hashAward(parameters: HashAwardParameters): Hex {
  const { court, chainId, incident, assessor, award, reason, salt } = parameters
  return keccak256(
    encodeAbiParameters(types, [BigInt(chainId), court, incident, assessor, Number(award), reason, salt]),
  )
}
