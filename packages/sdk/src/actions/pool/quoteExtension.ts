import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { toExtension } from '../../internal/toExtension.ts'
import type { Extension, Premium } from '../../types/pool.ts'

/** What {@link quoteExtension} takes. */
export type QuoteExtensionParameters = ReadOptions &
  Extension & {
    /** The pool that sold the cover. */
    pool: Address
  }

/** What {@link quoteExtension} returns. */
export type QuoteExtensionReturnType = Premium

/** What {@link quoteExtension} can fail with. */
export type QuoteExtensionErrorType = ReadErrorType

/**
 * Asks what {@link extendCover} would charge at this block, to the unit. Reverts as it would, but for the caller's own
 * rights, bounds (`maxPremium`, `deadline`) and balance.
 *
 * The price moves with time and with every sale: leave some room in `maxPremium`.
 *
 * @param client a viem client.
 * @param parameters the pool, and what is added to which cover.
 * @returns the premium and what it is made of, units of the pool's asset.
 * @throws {CoverOfAnotherError} if the pool did not sell the cover.
 * @throws {CoverEndedError} if the cover has ended.
 * @throws {PurchaseMismatchError} if the cover is of another listing.
 * @throws {KeyedCoverError} if the cover is on one event.
 * @throws {TooLateToExtendError} later than the waiting time before its end.
 * @throws {PeriodOutOfBoundsError} if what is left of the cover would then be longer than the listing sells.
 * @throws {NotBackedError} if the pool no longer backs the listing.
 * @throws {ProofNotSoldError} if nothing can be proven under its proof terms now.
 * @throws {RateStaleError} if its rate is too old.
 * @throws {CapacityExceededError} if the pool lacks capital.
 * @throws {ListingLimitExceededError} if the curator allows less.
 * @throws {RiskFrozenError} while an incident on the risk is open, or granted and not closed.
 * @throws {AdjudicatorRefusesError} while the adjudicator says no.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const premium = await quoteExtension(client, { pool, id, listing: 1n, duration: 2_592_000n })
 */
export async function quoteExtension<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: QuoteExtensionParameters,
): Promise<QuoteExtensionReturnType> {
  const { pool, id } = parameters
  return read(client, parameters, {
    abi: poolAbi,
    address: pool,
    functionName: 'quoteExtension',
    args: [id, toExtension(parameters, { maxPremium: 0n, deadline: 0n })],
  })
}
