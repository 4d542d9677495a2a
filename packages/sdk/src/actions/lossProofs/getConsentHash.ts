import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getConsentHash} takes. */
export type GetConsentHashParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the cover. */
  id: bigint
  /** Who may be paid: the present owner. */
  owner: Address
  /** Unix seconds until which it may be brought. */
  deadline: bigint
}

/** What {@link getConsentHash} returns. */
export type GetConsentHashReturnType = Hex

/** What {@link getConsentHash} can fail with. */
export type GetConsentHashErrorType = ReadErrorType

/**
 * Asks the contract for the EIP-712 digest of a consent; {@link hashConsent} computes it without.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the digest that the protected account signs.
 * @example
 * await getConsentHash(client, { lossProofs, id, owner: alice, deadline: 2_000_000_000n })
 */
export async function getConsentHash<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetConsentHashParameters,
): Promise<GetConsentHashReturnType> {
  const { lossProofs, id, owner, deadline } = parameters
  return read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'hashConsent',
    args: [id, owner, deadline],
  })
}
