import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { toPurchase } from '../../internal/toPurchase.ts'
import type { Insured, Premium } from '../../types/pool.ts'

/** What {@link quote} takes. */
export type QuoteParameters = ReadOptions &
  Insured & {
    /** The pool. */
    pool: Address
  }

/** What {@link quote} returns. */
export type QuoteReturnType = Premium

/** What {@link quote} can fail with. */
export type QuoteErrorType = ReadErrorType

/**
 * Asks what {@link buy} would charge at this block, to the unit. Reverts as it would, but for the buyer's own bounds
 * (`maxPremium`, `deadline`) and balance.
 *
 * The price moves with time and with every sale: leave some room in `maxPremium`.
 *
 * @param client a viem client.
 * @param parameters the pool, and what is insured.
 * @returns the premium and what it is made of, units of the pool's asset.
 * @throws {NotBackedError} if the pool does not back the listing.
 * @throws {AccountMissingError} if the listing wants a proof of loss and no `protectedAccount` is named.
 * @throws {ProofNotSoldError} if nothing can be proven under its proof terms now.
 * @throws {PeriodOutOfBoundsError} if the listing is not sold for that long.
 * @throws {RateStaleError} if its rate is too old.
 * @throws {AmountNotOnGrainError} if the amount is not a multiple of the grain.
 * @throws {CapacityExceededError} if the pool lacks capital.
 * @throws {ListingLimitExceededError} if the curator allows less.
 * @throws {IncidentOpenError} while an incident on the risk is open.
 * @throws {AdjudicatorRefusesError} while the adjudicator says no.
 * @throws {QuoteMismatchError} if a quote is missing or not wanted.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const premium = await quote(client, { pool, listing: 1n, amount: 1_000_000_000n, duration: 2_592_000n })
 */
export async function quote<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: QuoteParameters,
): Promise<QuoteReturnType> {
  const { pool } = parameters
  return read(client, parameters, {
    abi: poolAbi,
    address: pool,
    functionName: 'quote',
    args: [toPurchase(parameters, { owner: pool, maxPremium: 0n, deadline: 0n })],
  })
}
