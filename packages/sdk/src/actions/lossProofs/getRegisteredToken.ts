import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { fromLayout } from '../../internal/toLayout.ts'
import type { RegisteredLayout } from '../../types/proof.ts'

/** What {@link getRegisteredToken} takes. */
export type GetRegisteredTokenParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
}

/** What {@link getRegisteredToken} returns. */
export type GetRegisteredTokenReturnType = {
  /** Where it keeps its balances or owners. */
  layout: RegisteredLayout
  /** Smallest units per whole token; zero if it is not registered. */
  unit: bigint
  /** Hash of the code that was registered. */
  codeHash: Hex
  /** True once the layout was shown. */
  shown: boolean
  /** True once no further terms are defined on it. */
  retired: boolean
}

/** What {@link getRegisteredToken} can fail with. */
export type GetRegisteredTokenErrorType = ReadErrorType

/**
 * Reads how a token is registered.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns layout, unit, code and state.
 * @example
 * await getRegisteredToken(client, { lossProofs: proofs, token: asset })
 */
export async function getRegisteredToken<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRegisteredTokenParameters,
): Promise<GetRegisteredTokenReturnType> {
  const { lossProofs, token } = parameters
  const [layout, unit, codeHash, shown, retired] = await read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'tokenOf',
    args: [token],
  })
  return { layout: fromLayout(layout), unit, codeHash, shown, retired }
}
