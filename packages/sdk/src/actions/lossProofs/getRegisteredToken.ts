import type { Address, Chain, Client, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { fromTokenLayout } from '../../internal/toTokenLayout.ts'
import type { RegisteredToken } from '../../types/proof.ts'

/** What {@link getRegisteredToken} takes. */
export type GetRegisteredTokenParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
}

/** What {@link getRegisteredToken} returns. */
export type GetRegisteredTokenReturnType = RegisteredToken

/** What {@link getRegisteredToken} can fail with. */
export type GetRegisteredTokenErrorType = ReadErrorType

/**
 * Reads where a token keeps its balances or owners, as it is registered, and whether holdings of it can be proven.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the token.
 * @example
 * const { layout, shown } = await getRegisteredToken(client, { lossProofs, token: asset })
 */
export async function getRegisteredToken<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRegisteredTokenParameters,
): Promise<GetRegisteredTokenReturnType> {
  const { lossProofs, token } = parameters
  const [storageLayout, unit, codeHash, shown, retired] = await read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'tokenOf',
    args: [token],
  })
  return { ...fromTokenLayout(storageLayout), unit, codeHash, shown, retired }
}
