import type { Address, Chain, Client, Transport } from 'viem'
import { reserveTriggerAbi } from '../../abis/reserveTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRuledShortfall} takes. */
export type GetRuledShortfallParameters = ReadOptions & {
  /** The address of `ReserveTrigger`. */
  reserveTrigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getRuledShortfall} returns. */
export type GetRuledShortfallReturnType = bigint

/** What {@link getRuledShortfall} can fail with. */
export type GetRuledShortfallErrorType = ReadErrorType

/**
 * Reads the shortfall of reserves granted so far.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units, in the larger of the two decimals; zero for a virtual price.
 * @example
 * const shortfall = await getRuledShortfall(client, { reserveTrigger, listing: 1n })
 */
export async function getRuledShortfall<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRuledShortfallParameters,
): Promise<GetRuledShortfallReturnType> {
  const { reserveTrigger, listing } = parameters
  return read(client, parameters, {
    abi: reserveTriggerAbi,
    address: reserveTrigger,
    functionName: 'ruledOf',
    args: [listing],
  })
}
