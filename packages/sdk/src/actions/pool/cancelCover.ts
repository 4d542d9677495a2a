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

/** What {@link prepareCancelCover} takes. */
export type PrepareCancelCoverParameters = {
  /** The pool that sold the cover. */
  pool: Address
  /** Id of the cover. */
  id: bigint
  /** Fewest units to get back: a refund falls by the second. Leave some room below what `getRefund` says. */
  minRefund: bigint
}

/** What {@link cancelCover} takes. */
export type CancelCoverParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCancelCoverParameters

/** The hash of the transaction. */
export type CancelCoverReturnType = Hash

/** What {@link cancelCover} can fail with. */
export type CancelCoverErrorType = WriteErrorType

/** What {@link simulateCancelCover} takes. */
export type SimulateCancelCoverParameters = SimulateOptions & PrepareCancelCoverParameters

/** What {@link simulateCancelCover} returns. */
export type SimulateCancelCoverReturnType = SimulateReturnType<bigint>

/** What {@link simulateCancelCover} can fail with. */
export type SimulateCancelCoverErrorType = SimulateErrorType

/** What {@link prepareCancelCover} returns. */
export type PrepareCancelCoverReturnType = PreparedCall

/**
 * Gives up all that remains of a cover, and burns it. Its unearned net premium comes back, less a short-rate fee;
 * {@link getRefund} of all that remains says what that is. The owner is refunded, whoever calls.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {BelowMinimumError} if less than `minRefund` would come back.
 * @throws {OnlyOwnerOfError} if the caller neither owns the cover nor is approved for it.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @throws {CoverOfAnotherError} if the pool did not sell the cover.
 * @throws {CoverEndedError} if the cover has ended.
 * @throws {ZeroAmountError} if nothing remains insured: all of it was claimed.
 * @throws {KeyedCoverError} once the event of the cover has begun.
 * @throws {RiskFrozenError} while an incident on the risk is open, or granted and not closed.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { amount } = await getCover(client, { covers, id })
 * const { refund } = await getRefund(client, { pool, id, amount: amount * getGrain(6) })
 * const hash = await cancelCover(wallet, { pool, id, minRefund: (refund * 99n) / 100n })
 */
export async function cancelCover<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CancelCoverParameters<chain, account>,
): Promise<CancelCoverReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link cancelCover} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units refunded, rounded down; `request`: the call to send.
 * @throws {BelowMinimumError} if less than `minRefund` would come back.
 * @throws {OnlyOwnerOfError} if the caller neither owns the cover nor is approved for it.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @throws {CoverOfAnotherError} if the pool did not sell the cover.
 * @throws {CoverEndedError} if the cover has ended.
 * @throws {ZeroAmountError} if nothing remains insured: all of it was claimed.
 * @throws {KeyedCoverError} once the event of the cover has begun.
 * @throws {RiskFrozenError} while an incident on the risk is open, or granted and not closed.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { amount } = await getCover(client, { covers, id })
 * const { refund } = await getRefund(client, { pool, id, amount: amount * getGrain(6) })
 * const { result, request } = await simulateCancelCover(client, { pool, id, minRefund: (refund * 99n) / 100n })
 */
export async function simulateCancelCover<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCancelCoverParameters,
): Promise<SimulateCancelCoverReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link cancelCover} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const { amount } = await getCover(client, { covers, id })
 * const { refund } = await getRefund(client, { pool, id, amount: amount * getGrain(6) })
 * const call = prepareCancelCover({ pool, id, minRefund: (refund * 99n) / 100n })
 */
export function prepareCancelCover(parameters: PrepareCancelCoverParameters): PrepareCancelCoverReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, id, minRefund }: PrepareCancelCoverParameters) {
  return { abi: poolAbi, address: pool, functionName: 'cancel', args: [id, minRefund] } as const
}
