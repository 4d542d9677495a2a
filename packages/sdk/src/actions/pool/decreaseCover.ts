import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
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

/** What {@link prepareDecreaseCover} takes. */
export type PrepareDecreaseCoverParameters = {
  /** The pool that sold the cover. */
  pool: Address
  /** Id of the cover. */
  id: bigint
  /** What to give up, units of the pool's asset; a multiple of the grain, and less than what remains insured. */
  amount: bigint
  /** Fewest units to get back: a refund falls by the second. Leave some room below what `getRefund` says. */
  minRefund: bigint
}

/** What {@link decreaseCover} takes. */
export type DecreaseCoverParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareDecreaseCoverParameters

/** The hash of the transaction. */
export type DecreaseCoverReturnType = Hash

/** What {@link decreaseCover} can fail with. */
export type DecreaseCoverErrorType = WriteErrorType

/** What {@link simulateDecreaseCover} takes. */
export type SimulateDecreaseCoverParameters = SimulateOptions & PrepareDecreaseCoverParameters

/** What {@link simulateDecreaseCover} returns. */
export type SimulateDecreaseCoverReturnType = SimulateReturnType<bigint>

/** What {@link simulateDecreaseCover} can fail with. */
export type SimulateDecreaseCoverErrorType = SimulateErrorType

/** What {@link prepareDecreaseCover} returns. */
export type PrepareDecreaseCoverReturnType = PreparedCall

/**
 * Gives up a part of a cover, and every claim on it, for its unearned net premium less a short-rate fee; {@link getRefund}
 * says what that is. The owner is refunded, whoever calls.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {BelowMinimumError} if less than `minRefund` would come back.
 * @throws {OnlyOwnerOfError} if the caller neither owns the cover nor is approved for it.
 * @throws {CoverOfAnotherError} if the pool did not sell the cover.
 * @throws {CoverEndedError} if the cover has ended.
 * @throws {NothingLeftError} if all of it is given up: see {@link cancelCover}.
 * @throws {ClaimAboveAmountError} if more is given up than remains insured.
 * @throws {AmountNotOnGrainError} if the amount is not a multiple of the grain.
 * @throws {KeyedCoverError} once the event of the cover has begun.
 * @throws {RiskFrozenError} while an incident on the risk is open, or granted and not closed.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const amount = 400_000_000n
 * const { refund } = await getRefund(client, { pool, id, amount })
 * const hash = await decreaseCover(wallet, { pool, id, amount, minRefund: (refund * 99n) / 100n })
 */
export async function decreaseCover<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: DecreaseCoverParameters<chain, account>,
): Promise<DecreaseCoverReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link decreaseCover} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units refunded, rounded down; `request`: the call to send.
 * @throws {BelowMinimumError} if less than `minRefund` would come back.
 * @throws {OnlyOwnerOfError} if the caller neither owns the cover nor is approved for it.
 * @throws {CoverOfAnotherError} if the pool did not sell the cover.
 * @throws {CoverEndedError} if the cover has ended.
 * @throws {NothingLeftError} if all of it is given up: see {@link cancelCover}.
 * @throws {ClaimAboveAmountError} if more is given up than remains insured.
 * @throws {AmountNotOnGrainError} if the amount is not a multiple of the grain.
 * @throws {KeyedCoverError} once the event of the cover has begun.
 * @throws {RiskFrozenError} while an incident on the risk is open, or granted and not closed.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const amount = 400_000_000n
 * const { refund } = await getRefund(client, { pool, id, amount })
 * const { result, request } = await simulateDecreaseCover(client, { pool, id, amount, minRefund: (refund * 99n) / 100n })
 */
export async function simulateDecreaseCover<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateDecreaseCoverParameters,
): Promise<SimulateDecreaseCoverReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link decreaseCover} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const amount = 400_000_000n
 * const { refund } = await getRefund(client, { pool, id, amount })
 * const call = prepareDecreaseCover({ pool, id, amount, minRefund: (refund * 99n) / 100n })
 */
export function prepareDecreaseCover(parameters: PrepareDecreaseCoverParameters): PrepareDecreaseCoverReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, id, amount, minRefund }: PrepareDecreaseCoverParameters) {
  return { abi: poolAbi, address: pool, functionName: 'decrease', args: [id, amount, minRefund] } as const
}
