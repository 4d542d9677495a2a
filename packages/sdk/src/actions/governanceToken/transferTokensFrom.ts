import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
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

/** What {@link prepareTransferTokensFrom} takes. */
export type PrepareTransferTokensFromParameters = {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** Whose they are. */
  from: Address
  /** Who receives them. */
  to: Address
  /** Units, 18 decimals. */
  amount: bigint
}

/** What {@link transferTokensFrom} takes. */
export type TransferTokensFromParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareTransferTokensFromParameters

/** The hash of the transaction. */
export type TransferTokensFromReturnType = Hash

/** What {@link transferTokensFrom} can fail with. */
export type TransferTokensFromErrorType = WriteErrorType

/** What {@link simulateTransferTokensFrom} takes. */
export type SimulateTransferTokensFromParameters = SimulateOptions & PrepareTransferTokensFromParameters

/** What {@link simulateTransferTokensFrom} returns. */
export type SimulateTransferTokensFromReturnType = SimulateReturnType<boolean>

/** What {@link simulateTransferTokensFrom} can fail with. */
export type SimulateTransferTokensFromErrorType = SimulateErrorType

/** What {@link prepareTransferTokensFrom} returns. */
export type PrepareTransferTokensFromReturnType = PreparedCall

/**
 * Transfers tokens of somebody who approved it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {ERC20InsufficientAllowanceError} if fewer are approved.
 * @example
 * const hash = await transferTokensFrom(wallet, { governanceToken, from: alice, to: bob, amount: 10n ** 18n })
 */
export async function transferTokensFrom<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: TransferTokensFromParameters<chain, account>,
): Promise<TransferTokensFromReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link transferTokensFrom} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {ERC20InsufficientAllowanceError} if fewer are approved.
 * @example
 * const { request } = await simulateTransferTokensFrom(client, { governanceToken, from: alice, to: bob, amount: 10n ** 18n })
 */
export async function simulateTransferTokensFrom<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateTransferTokensFromParameters,
): Promise<SimulateTransferTokensFromReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link transferTokensFrom} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareTransferTokensFrom({ governanceToken, from: alice, to: bob, amount: 10n ** 18n })
 */
export function prepareTransferTokensFrom(
  parameters: PrepareTransferTokensFromParameters,
): PrepareTransferTokensFromReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governanceToken, from, to, amount }: PrepareTransferTokensFromParameters) {
  return {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'transferFrom',
    args: [from, to, amount],
  } as const
}
