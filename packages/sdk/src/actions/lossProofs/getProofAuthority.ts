import type { Address, Chain, Client, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getProofAuthority} takes. */
export type GetProofAuthorityParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
}

/** What {@link getProofAuthority} returns. */
export type GetProofAuthorityReturnType = Address

/** What {@link getProofAuthority} can fail with. */
export type GetProofAuthorityErrorType = ReadErrorType

/**
 * Reads which AccessManager grants the registrar of `LossProofs`.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns its address.
 * @example
 * await getProofAuthority(client, { lossProofs })
 */
export async function getProofAuthority<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetProofAuthorityParameters,
): Promise<GetProofAuthorityReturnType> {
  const { lossProofs } = parameters
  return read(client, parameters, { abi: lossProofsAbi, address: lossProofs, functionName: 'authority', args: [] })
}
