import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getPastTokenSupply} takes. */
export type GetPastTokenSupplyParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** Unix seconds, in the past. */
  timepoint: bigint
}

/** What {@link getPastTokenSupply} returns. */
export type GetPastTokenSupplyReturnType = bigint

/** What {@link getPastTokenSupply} can fail with. */
export type GetPastTokenSupplyErrorType = ReadErrorType

/**
 * Reads how many tokens there were at a time.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units, 18 decimals.
 * @throws {ERC5805FutureLookupError} if the time has not passed.
 * @example
 * await getPastTokenSupply(client, { governanceToken, timepoint: 1_700_000_000n })
 */
export async function getPastTokenSupply<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPastTokenSupplyParameters,
): Promise<GetPastTokenSupplyReturnType> {
  const { governanceToken, timepoint } = parameters
  return read(client, parameters, {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'getPastTotalSupply',
    args: [timepoint],
  })
}
