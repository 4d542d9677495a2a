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

/** What {@link prepareRequestRedeem} takes. */
export type PrepareRequestRedeemParameters = {
  /** The pool. */
  pool: Address
  /** Shares, 18 decimals. */
  shares: bigint
  /** Whose shares: the caller, or an account that made the caller its operator or gave it an allowance. */
  owner: Address
  /** Who may claim the exit. @default the owner */
  controller?: Address | undefined
}

/** What {@link requestRedeem} takes. */
export type RequestRedeemParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRequestRedeemParameters

/** The hash of the transaction. */
export type RequestRedeemReturnType = Hash

/** What {@link requestRedeem} can fail with. */
export type RequestRedeemErrorType = WriteErrorType

/** What {@link simulateRequestRedeem} takes. */
export type SimulateRequestRedeemParameters = SimulateOptions & PrepareRequestRedeemParameters

/** What {@link simulateRequestRedeem} returns. */
export type SimulateRequestRedeemReturnType = SimulateReturnType<bigint>

/** What {@link simulateRequestRedeem} can fail with. */
export type SimulateRequestRedeemErrorType = SimulateErrorType

/** What {@link prepareRequestRedeem} returns. */
export type PrepareRequestRedeemReturnType = PreparedCall

/**
 * Puts shares into the exit queue (ERC-7540). They back no new cover from now on, and can be processed after the
 * cooldown.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {ZeroAmountError} if there are no shares in it.
 * @throws {InsufficientBalanceError} if the owner holds fewer shares.
 * @throws {NotAuthorisedError} if the caller is no operator of the owner and lacks the allowance.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const hash = await requestRedeem(wallet, { pool, shares: 10n ** 18n, owner: alice })
 */
export async function requestRedeem<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RequestRedeemParameters<chain, account>,
): Promise<RequestRedeemReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link requestRedeem} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the request; `request`: the call to send.
 * @throws {ZeroAmountError} if there are no shares in it.
 * @throws {InsufficientBalanceError} if the owner holds fewer shares.
 * @throws {NotAuthorisedError} if the caller is no operator of the owner and lacks the allowance.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const { result, request } = await simulateRequestRedeem(client, { pool, shares: 10n ** 18n, owner: alice })
 */
export async function simulateRequestRedeem<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRequestRedeemParameters,
): Promise<SimulateRequestRedeemReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link requestRedeem} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRequestRedeem({ pool, shares: 10n ** 18n, owner: alice })
 */
export function prepareRequestRedeem(parameters: PrepareRequestRedeemParameters): PrepareRequestRedeemReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, shares, owner, controller = owner }: PrepareRequestRedeemParameters) {
  return { abi: poolAbi, address: pool, functionName: 'requestRedeem', args: [shares, controller, owner] } as const
}
