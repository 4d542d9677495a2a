import type { Address, Chain, Client, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getLossProofsAuthority} takes. */
export type GetLossProofsAuthorityParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
}

/** What {@link getLossProofsAuthority} returns. */
export type GetLossProofsAuthorityReturnType = Address

/** What {@link getLossProofsAuthority} can fail with. */
export type GetLossProofsAuthorityErrorType = ReadErrorType

/**
 * Reads which AccessManager grants the registrar of `LossProofs`.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns its address.
 * @example
 * await getLossProofsAuthority(client, { lossProofs })
 */
export async function getLossProofsAuthority<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetLossProofsAuthorityParameters,
): Promise<GetLossProofsAuthorityReturnType> {
  const { lossProofs } = parameters
  return read(client, parameters, { abi: lossProofsAbi, address: lossProofs, functionName: 'authority', args: [] })
}
