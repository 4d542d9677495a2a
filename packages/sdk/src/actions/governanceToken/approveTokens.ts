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

/** What {@link prepareApproveTokens} takes. */
export type PrepareApproveTokensParameters = {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** Who may take them. */
  spender: Address
  /** Units, 18 decimals. */
  amount: bigint
}

/** What {@link approveTokens} takes. */
export type ApproveTokensParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareApproveTokensParameters

/** The hash of the transaction. */
export type ApproveTokensReturnType = Hash

/** What {@link approveTokens} can fail with. */
export type ApproveTokensErrorType = WriteErrorType

/** What {@link simulateApproveTokens} takes. */
export type SimulateApproveTokensParameters = SimulateOptions & PrepareApproveTokensParameters

/** What {@link simulateApproveTokens} returns. */
export type SimulateApproveTokensReturnType = SimulateReturnType<boolean>

/** What {@link simulateApproveTokens} can fail with. */
export type SimulateApproveTokensErrorType = SimulateErrorType

/** What {@link prepareApproveTokens} returns. */
export type PrepareApproveTokensReturnType = PreparedCall

/**
 * Approves a spender of tokens.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @example
 * const hash = await approveTokens(wallet, { governanceToken, spender: bob, amount: 10n ** 18n })
 */
export async function approveTokens<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ApproveTokensParameters<chain, account>,
): Promise<ApproveTokensReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link approveTokens} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @example
 * const { request } = await simulateApproveTokens(client, { governanceToken, spender: bob, amount: 10n ** 18n })
 */
export async function simulateApproveTokens<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateApproveTokensParameters,
): Promise<SimulateApproveTokensReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link approveTokens} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareApproveTokens({ governanceToken, spender: bob, amount: 10n ** 18n })
 */
export function prepareApproveTokens(parameters: PrepareApproveTokensParameters): PrepareApproveTokensReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governanceToken, spender, amount }: PrepareApproveTokensParameters) {
  return { abi: bulwarkTokenAbi, address: governanceToken, functionName: 'approve', args: [spender, amount] } as const
}
