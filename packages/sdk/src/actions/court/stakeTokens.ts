import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
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

/** What {@link prepareStakeTokens} takes. */
export type PrepareStakeTokensParameters = {
  /** The address of `Court`. */
  court: Address
  /** Units of the stake token, a multiple of the grain. */
  amount: bigint
}

/** What {@link stakeTokens} takes. */
export type StakeTokensParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareStakeTokensParameters

/** The hash of the transaction. */
export type StakeTokensReturnType = Hash

/** What {@link stakeTokens} can fail with. */
export type StakeTokensErrorType = WriteErrorType

/** What {@link simulateStakeTokens} takes. */
export type SimulateStakeTokensParameters = SimulateOptions & PrepareStakeTokensParameters

/** What {@link simulateStakeTokens} returns. */
export type SimulateStakeTokensReturnType = SimulateReturnType<undefined>

/** What {@link simulateStakeTokens} can fail with. */
export type SimulateStakeTokensErrorType = SimulateErrorType

/** What {@link prepareStakeTokens} returns. */
export type PrepareStakeTokensReturnType = PreparedCall

/**
 * Stakes for cases of losses asserted from the next second on. The caller has approved the amount.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotOnGrainError} if the amount is zero or no multiple of the grain.
 * @throws {StakeNotReceivedError} if the token moved another amount.
 * @example
 * const hash = await stakeTokens(wallet, { court, amount: 10n ** 18n })
 */
export async function stakeTokens<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: StakeTokensParameters<chain, account>,
): Promise<StakeTokensReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link stakeTokens} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {NotOnGrainError} if the amount is zero or no multiple of the grain.
 * @throws {StakeNotReceivedError} if the token moved another amount.
 * @example
 * const { request } = await simulateStakeTokens(client, { court, amount: 10n ** 18n })
 */
export async function simulateStakeTokens<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateStakeTokensParameters,
): Promise<SimulateStakeTokensReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link stakeTokens} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareStakeTokens({ court, amount: 10n ** 18n })
 */
export function prepareStakeTokens(parameters: PrepareStakeTokensParameters): PrepareStakeTokensReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, amount }: PrepareStakeTokensParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'stake',
    args: [amount],
  } as const
}
