import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRefund} takes. */
export type GetRefundParameters = ReadOptions & {
  /** The pool that sold the cover. */
  pool: Address
  /** Id of the cover. */
  id: bigint
  /** What is given up, units of the pool's asset; a multiple of the grain. */
  amount: bigint
}

/** What {@link getRefund} returns. */
export type GetRefundReturnType = {
  /** What would come back, units, rounded down. */
  refund: bigint
  /** The short-rate fee that was taken off, units; none while the pool is short of capital. */
  fee: bigint
}

/** What {@link getRefund} can fail with. */
export type GetRefundErrorType = ReadErrorType

/**
 * Asks what {@link decreaseCover} of this amount, or {@link cancelCover} if it is all that remains, would return at this
 * block, to the unit. Reverts as they would, but for the caller's own rights and bounds.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the refund and the fee that was taken off it.
 * @throws {CoverOfAnotherError} if the pool did not sell the cover.
 * @throws {CoverEndedError} if the cover has ended.
 * @throws {ZeroAmountError} if the amount is zero.
 * @throws {ClaimAboveAmountError} if more is given up than remains insured.
 * @throws {AmountNotOnGrainError} if the amount is not a multiple of the grain.
 * @throws {KeyedCoverError} once the event of the cover has begun.
 * @throws {RiskFrozenError} while an incident on the risk is open, or granted and not closed.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { refund } = await getRefund(client, { pool, id, amount: 400_000_000n })
 */
export async function getRefund<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRefundParameters,
): Promise<GetRefundReturnType> {
  const { pool, id, amount } = parameters
  const call = { abi: poolAbi, address: pool, functionName: 'refundOf', args: [id, amount] } as const
  const [refund, fee] = await read(client, parameters, call)
  return { refund, fee }
}
