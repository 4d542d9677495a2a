import { type Address, type Chain, type Client, type Transport, zeroAddress } from 'viem'
import { adjudicatorAbi } from '../../abis/adjudicatorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { settlementAllowance } from '../../utils/settlementAllowance.ts'
import { getTerms } from './getTerms.ts'

/** What {@link worstCaseTime} takes. */
export type WorstCaseTimeParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link worstCaseTime} returns. All in seconds. */
export type WorstCaseTimeReturnType = {
  /** From the loss to the ruling, as the listing's adjudicator states it. */
  ruling: bigint
  /** From the first one's silence to the second adjudicator's ruling, as that states it; zero if there is none. */
  secondRuling: bigint
  /** Allowed for settling: {@link settlementAllowance}. */
  settlement: bigint
  /** From the loss to the money. */
  total: bigint
}

/** What {@link worstCaseTime} can fail with. */
export type WorstCaseTimeErrorType = ReadErrorType

/**
 * Asks how long it takes at most from a loss under a listing to the money, if somebody acts whenever somebody can: what a
 * buyer should know before buying. A pool that cannot pay all of it at once tops up later; that is not counted.
 *
 * @param client a viem client.
 * @param parameters the contract, and which listing.
 * @returns the time, and what it is made of; {@link formatHoursUp} writes it.
 * @throws {UnknownListingError} if there is no such listing.
 * @throws {NotConfiguredError} if its trigger has nothing to watch for it: it is never sold.
 * @example
 * const { total } = await worstCaseTime(client, { listings, listing: 1n })
 * console.log(formatHoursUp(total)) // '108 h'
 */
export async function worstCaseTime<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: WorstCaseTimeParameters,
): Promise<WorstCaseTimeReturnType> {
  const { adjudicator, secondAdjudicator } = await getTerms(client, parameters)
  const ask = async (address: Address): Promise<bigint> =>
    address === zeroAddress
      ? 0n
      : read(client, parameters, {
          ...{ abi: adjudicatorAbi, address, functionName: 'worstCaseTime', args: [parameters.listing] },
        })
  const [ruling, secondRuling] = await Promise.all([ask(adjudicator), ask(secondAdjudicator)])
  const settlement = settlementAllowance
  return { ruling, secondRuling, settlement, total: ruling + secondRuling + settlement }
}
