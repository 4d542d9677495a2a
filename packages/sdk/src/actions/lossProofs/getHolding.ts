import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Holding } from '../../types/proof.ts'

/** What {@link getHolding} takes. */
export type GetHoldingParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the proof terms, see `getProofTermsId`; a listing names it. */
  proofTerms: Hex
  /** The account. */
  holder: Address
  /** Unix seconds of the loss. */
  lossTime: bigint
}

/** What {@link getHolding} returns. */
export type GetHoldingReturnType = Holding

/** What {@link getHolding} can fail with. */
export type GetHoldingErrorType = ReadErrorType

/**
 * Reads what is proven and valued for an account at a time of loss, and what was paid on already.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the holding; its amounts count once it is `known`.
 * @throws {UnknownProofTermsError} if nobody defined such terms.
 * @example
 * const proofTerms = getProofTermsId({ token: asset, value: 10n ** 18n })
 * const { known, held } = await getHolding(client, { lossProofs, proofTerms, holder: alice, lossTime: 1_700_000_000n })
 */
export async function getHolding<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetHoldingParameters,
): Promise<GetHoldingReturnType> {
  const { lossProofs, proofTerms, holder, lossTime } = parameters
  const [known, held, used, value, unit] = await read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'holdingOf',
    args: [proofTerms, holder, lossTime],
  })
  return { known, held, used, value, unit }
}
