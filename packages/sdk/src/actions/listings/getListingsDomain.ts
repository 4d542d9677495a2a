import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getListingsDomain} takes. */
export type GetListingsDomainParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
}

/** What {@link getListingsDomain} returns. */
export type GetListingsDomainReturnType = {
  /** "Bulwark Listings". */
  name: string
  /** "1". */
  version: string
  /** The chain that a quote is bound to. */
  chainId: bigint
  /** The contract that a quote is bound to. */
  verifyingContract: Address
}

/** What {@link getListingsDomain} can fail with. */
export type GetListingsDomainErrorType = ReadErrorType

/**
 * Reads the EIP-712 domain of quotes (ERC-5267).
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns the domain, as viem's typed-data functions take it.
 * @example
 * await getListingsDomain(client, { listings })
 */
export async function getListingsDomain<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetListingsDomainParameters,
): Promise<GetListingsDomainReturnType> {
  const { listings } = parameters
  const [, name, version, chainId, verifyingContract] = await read(client, parameters, {
    abi: listingsAbi,
    address: listings,
    functionName: 'eip712Domain',
    args: [],
  })
  return { name, version, chainId, verifyingContract }
}
