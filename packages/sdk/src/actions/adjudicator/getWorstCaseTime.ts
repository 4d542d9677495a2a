import type { Address, Chain, Client, Transport } from 'viem'
import { adjudicatorAbi } from '../../abis/adjudicatorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getWorstCaseTime} takes. */
export type GetWorstCaseTimeParameters = ReadOptions & {
  /** The adjudicator. */
  adjudicator: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getWorstCaseTime} returns. */
export type GetWorstCaseTimeReturnType = bigint

/** What {@link getWorstCaseTime} can fail with. */
export type GetWorstCaseTimeErrorType = ReadErrorType

/**
 * Asks an adjudicator how long it takes at most from a loss to its ruling.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns seconds.
 * @throws {NotConfiguredError} if a trigger has nothing to watch for the listing.
 * @example
 * const seconds = await getWorstCaseTime(client, { adjudicator, listing: 1n })
 */
export async function getWorstCaseTime<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetWorstCaseTimeParameters,
): Promise<GetWorstCaseTimeReturnType> {
  const { adjudicator, listing } = parameters
  return read(client, parameters, {
    abi: adjudicatorAbi,
    address: adjudicator,
    functionName: 'worstCaseTime',
    args: [listing],
  })
}
