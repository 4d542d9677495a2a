import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { toExtension } from '../../internal/toExtension.ts'
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
import type { Extension } from '../../types/pool.ts'

/** What {@link prepareExtendCover} takes. */
export type PrepareExtendCoverParameters = Extension & {
  /** The pool that sold the cover. */
  pool: Address
  /** The most to pay in all, units. */
  maxPremium: bigint
  /** Unix seconds after which the extension is void. */
  deadline: bigint
}

/** What {@link extendCover} takes. */
export type ExtendCoverParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareExtendCoverParameters

/** The hash of the transaction. */
export type ExtendCoverReturnType = Hash

/** What {@link extendCover} can fail with. */
export type ExtendCoverErrorType = WriteErrorType

/** What {@link simulateExtendCover} takes. */
export type SimulateExtendCoverParameters = SimulateOptions & PrepareExtendCoverParameters

/** What {@link simulateExtendCover} returns. */
export type SimulateExtendCoverReturnType = SimulateReturnType<bigint>

/** What {@link simulateExtendCover} can fail with. */
export type SimulateExtendCoverErrorType = SimulateErrorType

/** What {@link prepareExtendCover} returns. */
export type PrepareExtendCoverReturnType = PreparedCall

/**
 * Extends a cover from its end, at the present price; possible until the waiting time before it. The caller pays, and must
 * approve the pool for the premium; {@link quoteExtension} says what it is.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {PremiumAboveMaximumError} if the price rose above `maxPremium`.
 * @throws {DeadlineExpiredError} if it came too late.
 * @throws {OnlyOwnerOfError} if the caller neither owns the cover nor is approved for it.
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
 * @throws {TransferFromFailedError} if the caller's allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const more = { pool, id, listing: 1n, duration: 2_592_000n }
 * const { total } = await quoteExtension(client, more)
 * const deadline = BigInt(Math.floor(Date.now() / 1000)) + 600n
 * const hash = await extendCover(wallet, { ...more, maxPremium: total + total / 100n, deadline })
 */
export async function extendCover<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ExtendCoverParameters<chain, account>,
): Promise<ExtendCoverReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link extendCover} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units paid in all; `request`: the call to send.
 * @throws {PremiumAboveMaximumError} if the price rose above `maxPremium`.
 * @throws {DeadlineExpiredError} if it came too late.
 * @throws {OnlyOwnerOfError} if the caller neither owns the cover nor is approved for it.
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
 * @throws {TransferFromFailedError} if the caller's allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const more = { pool, id, listing: 1n, duration: 2_592_000n }
 * const { total } = await quoteExtension(client, more)
 * const deadline = BigInt(Math.floor(Date.now() / 1000)) + 600n
 * const { result, request } = await simulateExtendCover(client, { ...more, maxPremium: total + total / 100n, deadline })
 */
export async function simulateExtendCover<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateExtendCoverParameters,
): Promise<SimulateExtendCoverReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link extendCover} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const more = { pool, id, listing: 1n, duration: 2_592_000n }
 * const { total } = await quoteExtension(client, more)
 * const deadline = BigInt(Math.floor(Date.now() / 1000)) + 600n
 * const call = prepareExtendCover({ ...more, maxPremium: total + total / 100n, deadline })
 */
export function prepareExtendCover(parameters: PrepareExtendCoverParameters): PrepareExtendCoverReturnType {
  return prepare(toCall(parameters))
}

function toCall(parameters: PrepareExtendCoverParameters) {
  const { pool, id } = parameters
  const args = [id, toExtension(parameters, parameters)] as const
  return { abi: poolAbi, address: pool, functionName: 'extend', args } as const
}
