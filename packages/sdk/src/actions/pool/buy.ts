import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { toPurchase } from '../../internal/toPurchase.ts'
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
import type { Insured } from '../../types/pool.ts'

/** What {@link prepareBuy} takes. */
export type PrepareBuyParameters = Insured & {
  /** The pool. */
  pool: Address
  /** Who receives the cover. */
  owner: Address
  /** The most to pay in all, units. */
  maxPremium: bigint
  /** Unix seconds after which the purchase is void. */
  deadline: bigint
}

/** What {@link buy} takes. */
export type BuyParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareBuyParameters

/** The hash of the transaction. */
export type BuyReturnType = Hash

/** What {@link buy} can fail with. */
export type BuyErrorType = WriteErrorType

/** What {@link simulateBuy} takes. */
export type SimulateBuyParameters = SimulateOptions & PrepareBuyParameters

/** What {@link simulateBuy} returns. */
export type SimulateBuyReturnType = SimulateReturnType<{ id: bigint; premium: bigint }>

/** What {@link simulateBuy} can fail with. */
export type SimulateBuyErrorType = SimulateErrorType

/** What {@link prepareBuy} returns. */
export type PrepareBuyReturnType = PreparedCall

/**
 * Buys a cover. The pool must be approved for the premium; {@link quote} says what it is.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {PremiumAboveMaximumError} if the price rose above `maxPremium`.
 * @throws {DeadlineExpiredError} if it came too late.
 * @throws {NotBackedError} if the pool does not back the listing.
 * @throws {AccountMissingError} if the listing wants a proof of loss and no `protectedAccount` is named.
 * @throws {ProofNotSoldError} if nothing can be proven under its proof terms now.
 * @throws {PeriodOutOfBoundsError} if the listing is not sold for that long.
 * @throws {RateStaleError} if its rate is too old.
 * @throws {CapacityExceededError} if the pool lacks capital.
 * @throws {ListingLimitExceededError} if the curator allows less.
 * @throws {IncidentOpenError} while an incident on the risk is open.
 * @throws {AdjudicatorRefusesError} while the adjudicator says no.
 * @throws {TransferFromFailedError} if the allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const insured = { pool, listing: 1n, amount: 1_000_000_000n, duration: 2_592_000n }
 * const { total } = await quote(client, insured)
 * const deadline = BigInt(Math.floor(Date.now() / 1000)) + 600n
 * const hash = await buy(wallet, { ...insured, owner: alice, maxPremium: total + total / 100n, deadline })
 */
export async function buy<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: BuyParameters<chain, account>,
): Promise<BuyReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link buy} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: the ERC-721 id of the cover and the units paid in all; `request`: the call to send.
 * @throws {PremiumAboveMaximumError} if the price rose above `maxPremium`.
 * @throws {DeadlineExpiredError} if it came too late.
 * @throws {NotBackedError} if the pool does not back the listing.
 * @throws {AccountMissingError} if the listing wants a proof of loss and no `protectedAccount` is named.
 * @throws {ProofNotSoldError} if nothing can be proven under its proof terms now.
 * @throws {PeriodOutOfBoundsError} if the listing is not sold for that long.
 * @throws {RateStaleError} if its rate is too old.
 * @throws {CapacityExceededError} if the pool lacks capital.
 * @throws {ListingLimitExceededError} if the curator allows less.
 * @throws {IncidentOpenError} while an incident on the risk is open.
 * @throws {AdjudicatorRefusesError} while the adjudicator says no.
 * @throws {TransferFromFailedError} if the allowance or balance in the asset is too small.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const insured = { pool, listing: 1n, amount: 1_000_000_000n, duration: 2_592_000n }
 * const { total } = await quote(client, insured)
 * const deadline = BigInt(Math.floor(Date.now() / 1000)) + 600n
 * const { result, request } = await simulateBuy(client, { ...insured, owner: alice, maxPremium: total + total / 100n, deadline })
 */
export async function simulateBuy<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateBuyParameters,
): Promise<SimulateBuyReturnType> {
  const {
    result: [id, premium],
    request,
  } = await simulate(client, parameters, toCall(parameters))
  return { result: { id, premium }, request }
}

/**
 * Encodes {@link buy} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const insured = { pool, listing: 1n, amount: 1_000_000_000n, duration: 2_592_000n }
 * const { total } = await quote(client, insured)
 * const deadline = BigInt(Math.floor(Date.now() / 1000)) + 600n
 * const call = prepareBuy({ ...insured, owner: alice, maxPremium: total + total / 100n, deadline })
 */
export function prepareBuy(parameters: PrepareBuyParameters): PrepareBuyReturnType {
  return prepare(toCall(parameters))
}

function toCall(parameters: PrepareBuyParameters) {
  const { pool } = parameters
  return { abi: poolAbi, address: pool, functionName: 'buy', args: [toPurchase(parameters, parameters)] } as const
}
