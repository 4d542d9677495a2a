import type { Address, Chain, Client, Transport } from 'viem'
import { deficitTriggerAbi } from '../../abis/deficitTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRuledDeficit} takes. */
export type GetRuledDeficitParameters = ReadOptions & {
  /** The address of `DeficitTrigger`. */
  deficitTrigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getRuledDeficit} returns. */
export type GetRuledDeficitReturnType = bigint

/** What {@link getRuledDeficit} can fail with. */
export type GetRuledDeficitErrorType = ReadErrorType

/**
 * Reads the highest deficit ruled so far, or that there was when the listing was created.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units of the asset.
 * @example
 * const deficit = await getRuledDeficit(client, { deficitTrigger, listing: 1n })
 */
export async function getRuledDeficit<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRuledDeficitParameters,
): Promise<GetRuledDeficitReturnType> {
  const { deficitTrigger, listing } = parameters
  return read(client, parameters, {
    abi: deficitTriggerAbi,
    address: deficitTrigger,
    functionName: 'ruledOf',
    args: [listing],
  })
}
