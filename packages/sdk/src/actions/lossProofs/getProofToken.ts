import type { Address, Chain, Client, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { fromTokenLayout } from '../../internal/toTokenLayout.ts'
import type { ProofToken } from '../../types/proof.ts'

/** What {@link getProofToken} takes. */
export type GetProofTokenParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
}

/** What {@link getProofToken} returns. */
export type GetProofTokenReturnType = ProofToken

/** What {@link getProofToken} can fail with. */
export type GetProofTokenErrorType = ReadErrorType

/**
 * Reads where a token keeps its balances or owners, as it is registered, and whether holdings of it can be proven.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the token.
 * @example
 * const { layout, shown } = await getProofToken(client, { lossProofs, token: asset })
 */
export async function getProofToken<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetProofTokenParameters,
): Promise<GetProofTokenReturnType> {
  const { lossProofs, token } = parameters
  const [storageLayout, unit, codeHash, shown, retired] = await read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'tokenOf',
    args: [token],
  })
  return { ...fromTokenLayout(storageLayout), unit, codeHash, shown, retired }
}
