import { type Address, type Chain, type Client, type Hex, type Transport, zeroHash } from 'viem'
import { adjudicatorAbi } from '../../abis/adjudicatorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link canSell} takes. */
export type CanSellParameters = ReadOptions & {
  /** The adjudicator. */
  adjudicator: Address
  /** Listing number. */
  listing: bigint
  /** Key of the risk. @default zero: a listing without keys */
  key?: Hex | undefined
}

/** What {@link canSell} returns. */
export type CanSellReturnType = boolean

/** What {@link canSell} can fail with. */
export type CanSellErrorType = ReadErrorType

/**
 * Asks an adjudicator whether cover on a risk may be sold now.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns false if its source is stale or past the warning level.
 * @example
 * const open = await canSell(client, { adjudicator, listing: 1n })
 */
export async function canSell<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: CanSellParameters,
): Promise<CanSellReturnType> {
  const { adjudicator, listing, key = zeroHash } = parameters
  return read(client, parameters, {
    abi: adjudicatorAbi,
    address: adjudicator,
    functionName: 'canSell',
    args: [listing, key],
  })
}
