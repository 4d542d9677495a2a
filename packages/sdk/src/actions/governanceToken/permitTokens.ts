import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { splitSignature } from '../../internal/splitSignature.ts'
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

/** What {@link preparePermitTokens} takes. */
export type PreparePermitTokensParameters = {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** Who signed. */
  owner: Address
  /** Who may take them. */
  spender: Address
  /** Units, 18 decimals. */
  amount: bigint
  /** Unix seconds until which the permit can be used. */
  deadline: bigint
  /** 65 bytes over the ERC-2612 permit. */
  signature: Hex
}

/** What {@link permitTokens} takes. */
export type PermitTokensParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PreparePermitTokensParameters

/** The hash of the transaction. */
export type PermitTokensReturnType = Hash

/** What {@link permitTokens} can fail with. */
export type PermitTokensErrorType = WriteErrorType

/** What {@link simulatePermitTokens} takes. */
export type SimulatePermitTokensParameters = SimulateOptions & PreparePermitTokensParameters

/** What {@link simulatePermitTokens} returns. */
export type SimulatePermitTokensReturnType = SimulateReturnType<undefined>

/** What {@link simulatePermitTokens} can fail with. */
export type SimulatePermitTokensErrorType = SimulateErrorType

/** What {@link preparePermitTokens} returns. */
export type PreparePermitTokensReturnType = PreparedCall

/**
 * Approves a spender by the signature of the owner of tokens (ERC-2612). Anyone may send it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {ERC2612InvalidSignerError} if it was not signed by the owner.
 * @throws {ERC2612ExpiredSignatureError} if it came too late.
 * @example
 * const hash = await permitTokens(wallet, { governanceToken, owner: alice, spender: bob, amount: 10n ** 18n, deadline: 2_000_000_000n, signature })
 */
export async function permitTokens<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: PermitTokensParameters<chain, account>,
): Promise<PermitTokensReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link permitTokens} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {ERC2612InvalidSignerError} if it was not signed by the owner.
 * @throws {ERC2612ExpiredSignatureError} if it came too late.
 * @example
 * const { request } = await simulatePermitTokens(client, { governanceToken, owner: alice, spender: bob, amount: 10n ** 18n, deadline: 2_000_000_000n, signature })
 */
export async function simulatePermitTokens<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulatePermitTokensParameters,
): Promise<SimulatePermitTokensReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link permitTokens} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = preparePermitTokens({ governanceToken, owner: alice, spender: bob, amount: 10n ** 18n, deadline: 2_000_000_000n, signature })
 */
export function preparePermitTokens(parameters: PreparePermitTokensParameters): PreparePermitTokensReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governanceToken, owner, spender, amount, deadline, signature }: PreparePermitTokensParameters) {
  const [v, r, s] = splitSignature(signature)
  const args = [owner, spender, amount, deadline, v, r, s] as const
  return { abi: bulwarkTokenAbi, address: governanceToken, functionName: 'permit', args } as const
}
