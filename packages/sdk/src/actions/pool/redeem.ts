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

/** What {@link prepareRedeem} takes. */
export type PrepareRedeemParameters = {
  /** The pool. */
  pool: Address
  /** Shares, 18 decimals. */
  shares: bigint
  /** Whose exits: the caller, or an account that made the caller its operator. */
  controller: Address
  /** Who receives the assets. @default the controller */
  receiver?: Address | undefined
}

/** What {@link redeem} takes. */
export type RedeemParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRedeemParameters

/** The hash of the transaction. */
export type RedeemReturnType = Hash

/** What {@link redeem} can fail with. */
export type RedeemErrorType = WriteErrorType

/** What {@link simulateRedeem} takes. */
export type SimulateRedeemParameters = SimulateOptions & PrepareRedeemParameters

/** What {@link simulateRedeem} returns. */
export type SimulateRedeemReturnType = SimulateReturnType<bigint>

/** What {@link simulateRedeem} can fail with. */
export type SimulateRedeemErrorType = SimulateErrorType

/** What {@link prepareRedeem} returns. */
export type PrepareRedeemReturnType = PreparedCall

/**
 * Claims processed exits by shares (ERC-4626 and 7540).
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {ExceedsClaimableError} if less can be claimed.
 * @throws {NotAuthorisedError} if the caller is neither the controller nor an operator of it.
 * @example
 * const hash = await redeem(wallet, { pool, shares: 10n ** 18n, controller: alice })
 */
export async function redeem<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RedeemParameters<chain, account>,
): Promise<RedeemReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link redeem} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units sent, rounded down; `request`: the call to send.
 * @throws {ExceedsClaimableError} if less can be claimed.
 * @throws {NotAuthorisedError} if the caller is neither the controller nor an operator of it.
 * @example
 * const { result, request } = await simulateRedeem(client, { pool, shares: 10n ** 18n, controller: alice })
 */
export async function simulateRedeem<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRedeemParameters,
): Promise<SimulateRedeemReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link redeem} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRedeem({ pool, shares: 10n ** 18n, controller: alice })
 */
export function prepareRedeem(parameters: PrepareRedeemParameters): PrepareRedeemReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, shares, controller, receiver = controller }: PrepareRedeemParameters) {
  return { abi: poolAbi, address: pool, functionName: 'redeem', args: [shares, receiver, controller] } as const
}
