import { type Address, type Chain, type Client, maxUint256, type Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getConsent} takes. */
export type GetConsentParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the cover. */
  id: bigint
  /** Unix seconds of the loss. @default losses to come: a revocation counts for losses a week later */
  lossTime?: bigint | undefined
}

/** What {@link getConsent} returns. */
export type GetConsentReturnType = Address

/** What {@link getConsent} can fail with. */
export type GetConsentErrorType = ReadErrorType

/**
 * Reads whom the protected account of a cover lets be paid. It counts only while he owns the cover.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns his address; zero if nobody.
 * @example
 * await getConsent(client, { lossProofs, id })
 */
export async function getConsent<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetConsentParameters,
): Promise<GetConsentReturnType> {
  const { lossProofs, id, lossTime = maxUint256 } = parameters
  return read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'consentOf',
    args: [id, lossTime],
  })
}
