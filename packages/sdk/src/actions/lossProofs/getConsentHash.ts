import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getConsentHash} takes. */
export type GetConsentHashParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the cover. */
  coverId: bigint
  /** Owner of the cover. */
  owner: Address
  /** Unix seconds until which the consent may be brought. */
  deadline: bigint
}

/** What {@link getConsentHash} returns. */
export type GetConsentHashReturnType = Hex

/** What {@link getConsentHash} can fail with. */
export type GetConsentHashErrorType = ReadErrorType

/**
 * Reads the digest that a protected account signs.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the EIP-712 digest.
 * @example
 * await getConsentHash(client, { lossProofs: proofs, coverId: id, owner: alice, deadline: 1_800_000_000n })
 */
export async function getConsentHash<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetConsentHashParameters,
): Promise<GetConsentHashReturnType> {
  const { lossProofs, coverId, owner, deadline } = parameters
  return read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'hashConsent',
    args: [coverId, owner, deadline],
  })
}
