import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { toIncrease } from '../../internal/toIncrease.ts'
import type { Increase, Premium } from '../../types/pool.ts'

/** What {@link quoteIncrease} takes. */
export type QuoteIncreaseParameters = ReadOptions &
  Increase & {
    /** The pool that sold the cover. */
    pool: Address
  }

/** What {@link quoteIncrease} returns. */
export type QuoteIncreaseReturnType = Premium

/** What {@link quoteIncrease} can fail with. */
export type QuoteIncreaseErrorType = ReadErrorType

/**
 * Asks what {@link increaseCover} would charge at this block, to the unit. Reverts as it would, but for the caller's own
 * rights, bounds (`maxPremium`, `deadline`) and balance, and for the number of increases.
 *
 * The price moves with time and with every sale: leave some room in `maxPremium`.
 *
 * @param client a viem client.
 * @param parameters the pool, and what is added to which cover.
 * @returns the premium and what it is made of, units of the pool's asset.
 * @throws {CoverOfAnotherError} if the pool did not sell the cover.
 * @throws {CoverEndedError} if the cover has ended.
 * @throws {PurchaseMismatchError} if the cover is of another listing or event.
 * @throws {QuoteMismatchError} if a quote is missing or not wanted.
 * @throws {PeriodOutOfBoundsError} if what is left of the cover is shorter than the listing sells.
 * @throws {AmountNotOnGrainError} if the amount is not a multiple of the grain.
 * @throws {NotBackedError} if the pool no longer backs the listing.
 * @throws {ProofNotSoldError} if nothing can be proven under its proof terms now.
 * @throws {RateStaleError} if its rate is too old.
 * @throws {CapacityExceededError} if the pool lacks capital.
 * @throws {ListingLimitExceededError} if the curator allows less.
 * @throws {RiskFrozenError} while an incident on the risk is open, or granted and not closed.
 * @throws {AdjudicatorRefusesError} while the adjudicator says no.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const premium = await quoteIncrease(client, { pool, id, listing: 1n, amount: 1_000_000_000n })
 */
export async function quoteIncrease<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: QuoteIncreaseParameters,
): Promise<QuoteIncreaseReturnType> {
  const { pool, id } = parameters
  return read(client, parameters, {
    abi: poolAbi,
    address: pool,
    functionName: 'quoteIncrease',
    args: [id, toIncrease(parameters, { maxPremium: 0n, deadline: 0n })],
  })
}
