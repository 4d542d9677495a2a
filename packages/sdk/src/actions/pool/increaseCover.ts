import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { toIncrease } from '../../internal/toIncrease.ts'
import {
  type PreparedCall,
  prepare,
  type SimulateErrorType,
  type SimulateOptions,
  type SimulateReturnType,
  simulate,
  type WriteErrorType,
  type WriteOptions,
  write,
} from '../../internal/write.ts'
import type { Increase } from '../../types/pool.ts'

/** What {@link prepareIncreaseCover} takes. */
export type PrepareIncreaseCoverParameters = Increase & {
  /** The pool that sold the cover. */
  pool: Address
  /** The most to pay in all, units. */
  maxPremium: bigint
  /** Unix seconds after which the increase is void. */
  deadline: bigint
}

/** What {@link increaseCover} takes. */
export type IncreaseCoverParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareIncreaseCoverParameters

/** The hash of the transaction. */
export type IncreaseCoverReturnType = Hash

/** What {@link increaseCover} can fail with. */
export type IncreaseCoverErrorType = WriteErrorType

/** What {@link simulateIncreaseCover} takes. */
export type SimulateIncreaseCoverParameters = SimulateOptions & PrepareIncreaseCoverParameters

/** What {@link simulateIncreaseCover} returns. */
export type SimulateIncreaseCoverReturnType = SimulateReturnType<bigint>

/** What {@link simulateIncreaseCover} can fail with. */
export type SimulateIncreaseCoverErrorType = SimulateErrorType

/** What {@link prepareIncreaseCover} returns. */
export type PrepareIncreaseCoverReturnType = PreparedCall

/**
 * Insures more under a cover, until its end. What is added counts after the waiting time, as if it were bought now. The
 * caller pays, and must approve the pool for the premium; {@link quoteIncrease} says what it is.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {PremiumAboveMaximumError} if the price rose above `maxPremium`.
 * @throws {DeadlineExpiredError} if it came too late.
 * @throws {OnlyOwnerOfError} if the caller neither owns the cover nor is approved for it.
 * @throws {TooManyIncreasesError} if the cover was increased as often as it can be.
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
 * @throws {TransferFromFailedError} if the caller's allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const more = { pool, id, listing: 1n, amount: 1_000_000_000n }
 * const { total } = await quoteIncrease(client, more)
 * const deadline = BigInt(Math.floor(Date.now() / 1000)) + 600n
 * const hash = await increaseCover(wallet, { ...more, maxPremium: total + total / 100n, deadline })
 */
export async function increaseCover<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: IncreaseCoverParameters<chain, account>,
): Promise<IncreaseCoverReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link increaseCover} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units paid in all; `request`: the call to send.
 * @throws {PremiumAboveMaximumError} if the price rose above `maxPremium`.
 * @throws {DeadlineExpiredError} if it came too late.
 * @throws {OnlyOwnerOfError} if the caller neither owns the cover nor is approved for it.
 * @throws {TooManyIncreasesError} if the cover was increased as often as it can be.
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
 * @throws {TransferFromFailedError} if the caller's allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const more = { pool, id, listing: 1n, amount: 1_000_000_000n }
 * const { total } = await quoteIncrease(client, more)
 * const deadline = BigInt(Math.floor(Date.now() / 1000)) + 600n
 * const { result, request } = await simulateIncreaseCover(client, { ...more, maxPremium: total + total / 100n, deadline })
 */
export async function simulateIncreaseCover<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateIncreaseCoverParameters,
): Promise<SimulateIncreaseCoverReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link increaseCover} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const more = { pool, id, listing: 1n, amount: 1_000_000_000n }
 * const { total } = await quoteIncrease(client, more)
 * const deadline = BigInt(Math.floor(Date.now() / 1000)) + 600n
 * const call = prepareIncreaseCover({ ...more, maxPremium: total + total / 100n, deadline })
 */
export function prepareIncreaseCover(parameters: PrepareIncreaseCoverParameters): PrepareIncreaseCoverReturnType {
  return prepare(toCall(parameters))
}

function toCall(parameters: PrepareIncreaseCoverParameters) {
  const { pool, id } = parameters
  const args = [id, toIncrease(parameters, parameters)] as const
  return { abi: poolAbi, address: pool, functionName: 'increase', args } as const
}
