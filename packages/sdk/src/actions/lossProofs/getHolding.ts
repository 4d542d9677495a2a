import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getHolding} takes. */
export type GetHoldingParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the proof terms. */
  termsId: Hex
  /** The account whose holding is proven. */
  holder: Address
  /** Unix seconds of the loss. */
  lossTime: bigint
}

/** What {@link getHolding} returns. */
export type GetHoldingReturnType = {
  /** False while the block, the holding or the value is not proven yet. */
  known: boolean
  /** What was held, smallest units (1e18 for each NFT). */
  held: bigint
  /** What was paid on already, smallest units. */
  used: bigint
  /** Whole units of the pool's asset per whole token, WAD. */
  value: bigint
  /** Smallest units per whole token. */
  unit: bigint
}

/** What {@link getHolding} can fail with. */
export type GetHoldingErrorType = ReadErrorType

/**
 * Reads what is proven and valued for an account and a time of loss.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns holding, use and value.
 * @throws {UnknownProofTermsError} if there are no such terms.
 * @example
 * const termsId = getProofTermsId({ token: asset, value: 10n ** 18n, feed: zeroAddress, heartbeat: 0n, salvage: false })
 * await getHolding(client, { lossProofs: proofs, termsId, holder: alice, lossTime: 1_700_000_000n })
 */
export async function getHolding<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetHoldingParameters,
): Promise<GetHoldingReturnType> {
  const { lossProofs, termsId, holder, lossTime } = parameters
  const [known, held, used, value, unit] = await read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'holdingOf',
    args: [termsId, holder, lossTime],
  })
  return { known, held, used, value, unit }
}
