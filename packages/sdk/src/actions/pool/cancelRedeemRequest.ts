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

/** What {@link prepareCancelRedeemRequest} takes. */
export type PrepareCancelRedeemRequestParameters = {
  /** The pool. */
  pool: Address
  /** Number of the request. */
  requestId: bigint
  /** Who receives the shares. */
  receiver: Address
  /** Fewest shares to take back: an incident opened just before lowers them. Take `result` of the simulation. */
  minShares: bigint
}

/** What {@link cancelRedeemRequest} takes. */
export type CancelRedeemRequestParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCancelRedeemRequestParameters

/** The hash of the transaction. */
export type CancelRedeemRequestReturnType = Hash

/** What {@link cancelRedeemRequest} can fail with. */
export type CancelRedeemRequestErrorType = WriteErrorType

/** What {@link simulateCancelRedeemRequest} takes. */
export type SimulateCancelRedeemRequestParameters = SimulateOptions & PrepareCancelRedeemRequestParameters

/** What {@link simulateCancelRedeemRequest} returns. */
export type SimulateCancelRedeemRequestReturnType = SimulateReturnType<bigint>

/** What {@link simulateCancelRedeemRequest} can fail with. */
export type SimulateCancelRedeemRequestErrorType = SimulateErrorType

/** What {@link prepareCancelRedeemRequest} returns. */
export type PrepareCancelRedeemRequestReturnType = PreparedCall

/**
 * Takes an exit back. Only shares worth what the exit would have paid return; the rest is left to those who stayed.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownRequestError} if there is no such open request.
 * @throws {NotAuthorisedError} if the caller is neither its controller nor an operator of it.
 * @throws {BelowMinimumError} if fewer shares than `minShares` would return.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const hash = await cancelRedeemRequest(wallet, { pool, requestId: 1n, receiver: alice, minShares: 0n })
 */
export async function cancelRedeemRequest<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CancelRedeemRequestParameters<chain, account>,
): Promise<CancelRedeemRequestReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link cancelRedeemRequest} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: shares returned, rounded down; `request`: the call to send.
 * @throws {UnknownRequestError} if there is no such open request.
 * @throws {NotAuthorisedError} if the caller is neither its controller nor an operator of it.
 * @throws {BelowMinimumError} if fewer shares than `minShares` would return.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { result, request } = await simulateCancelRedeemRequest(client, { pool, requestId: 1n, receiver: alice, minShares: 0n })
 */
export async function simulateCancelRedeemRequest<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCancelRedeemRequestParameters,
): Promise<SimulateCancelRedeemRequestReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link cancelRedeemRequest} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCancelRedeemRequest({ pool, requestId: 1n, receiver: alice, minShares: 0n })
 */
export function prepareCancelRedeemRequest(
  parameters: PrepareCancelRedeemRequestParameters,
): PrepareCancelRedeemRequestReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, requestId, receiver, minShares }: PrepareCancelRedeemRequestParameters) {
  const args = [requestId, receiver, minShares] as const
  return { abi: poolAbi, address: pool, functionName: 'cancelRedeemRequest', args } as const
}
