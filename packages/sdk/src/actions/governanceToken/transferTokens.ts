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

/** What {@link prepareTransferTokens} takes. */
export type PrepareTransferTokensParameters = {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** Who receives them. */
  to: Address
  /** Units, 18 decimals. */
  amount: bigint
}

/** What {@link transferTokens} takes. */
export type TransferTokensParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareTransferTokensParameters

/** The hash of the transaction. */
export type TransferTokensReturnType = Hash

/** What {@link transferTokens} can fail with. */
export type TransferTokensErrorType = WriteErrorType

/** What {@link simulateTransferTokens} takes. */
export type SimulateTransferTokensParameters = SimulateOptions & PrepareTransferTokensParameters

/** What {@link simulateTransferTokens} returns. */
export type SimulateTransferTokensReturnType = SimulateReturnType<boolean>

/** What {@link simulateTransferTokens} can fail with. */
export type SimulateTransferTokensErrorType = SimulateErrorType

/** What {@link prepareTransferTokens} returns. */
export type PrepareTransferTokensReturnType = PreparedCall

/**
 * Transfers tokens; votes follow.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {ERC20InsufficientBalanceError} if there are fewer.
 * @example
 * const hash = await transferTokens(wallet, { governanceToken, to: bob, amount: 10n ** 18n })
 */
export async function transferTokens<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: TransferTokensParameters<chain, account>,
): Promise<TransferTokensReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link transferTokens} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {ERC20InsufficientBalanceError} if there are fewer.
 * @example
 * const { request } = await simulateTransferTokens(client, { governanceToken, to: bob, amount: 10n ** 18n })
 */
export async function simulateTransferTokens<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateTransferTokensParameters,
): Promise<SimulateTransferTokensReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link transferTokens} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareTransferTokens({ governanceToken, to: bob, amount: 10n ** 18n })
 */
export function prepareTransferTokens(parameters: PrepareTransferTokensParameters): PrepareTransferTokensReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governanceToken, to, amount }: PrepareTransferTokensParameters) {
  return { abi: bulwarkTokenAbi, address: governanceToken, functionName: 'transfer', args: [to, amount] } as const
}
