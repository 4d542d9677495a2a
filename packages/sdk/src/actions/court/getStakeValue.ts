import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getStakeValue} takes. */
export type GetStakeValueParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** An asset of pools. */
  asset: Address
}

/** What {@link getStakeValue} returns. */
export type GetStakeValueReturnType = bigint

/** What {@link getStakeValue} can fail with. */
export type GetStakeValueErrorType = ReadErrorType

/**
 * Reads what a whole stake token is worth in an asset.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units; zero if it is not measured.
 * @example
 * await getStakeValue(client, { court, asset })
 */
export async function getStakeValue<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetStakeValueParameters,
): Promise<GetStakeValueReturnType> {
  const { court, asset } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'stakeValue',
    args: [asset],
  })
}
