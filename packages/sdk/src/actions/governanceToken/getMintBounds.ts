import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getMintBounds} takes. */
export type GetMintBoundsParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
}

/** What {@link getMintBounds} returns. */
export type GetMintBoundsReturnType = {
  /** The most that can ever exist, units. */
  maxSupply: bigint
  /** The most that one mint may add, basis points of the supply. */
  maxMint: bigint
  /** Shortest time between two, seconds. */
  interval: bigint
  /** Unix seconds before which nothing is minted. */
  nextMint: bigint
}

/** What {@link getMintBounds} can fail with. */
export type GetMintBoundsErrorType = ReadErrorType

/**
 * Reads what bounds the minting of tokens.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the bounds.
 * @example
 * await getMintBounds(client, { governanceToken })
 */
export async function getMintBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetMintBoundsParameters,
): Promise<GetMintBoundsReturnType> {
  const { governanceToken } = parameters
  const call = { abi: bulwarkTokenAbi, address: governanceToken, args: [] } as const
  const [maxSupply, maxMint, interval, nextMint] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'MAX_SUPPLY' }),
    read(client, parameters, { ...call, functionName: 'MAX_MINT' }),
    read(client, parameters, { ...call, functionName: 'MINT_INTERVAL' }),
    read(client, parameters, { ...call, functionName: 'nextMint' }),
  ])
  return { maxSupply, maxMint, interval, nextMint }
}
