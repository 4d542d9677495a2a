import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCoverTermsHash} takes. */
export type GetCoverTermsHashParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** Id of the cover. */
  id: bigint
}

/** What {@link getCoverTermsHash} returns. */
export type GetCoverTermsHashReturnType = Hex

/** What {@link getCoverTermsHash} can fail with. */
export type GetCoverTermsHashErrorType = ReadErrorType

/**
 * Reads the hash of the terms that a cover was sold under.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the hash; see `getTermsHash`.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * await getCoverTermsHash(client, { covers, id })
 */
export async function getCoverTermsHash<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoverTermsHashParameters,
): Promise<GetCoverTermsHashReturnType> {
  const { covers, id } = parameters
  return read(client, parameters, { abi: coversAbi, address: covers, functionName: 'termsHashOf', args: [id] })
}
