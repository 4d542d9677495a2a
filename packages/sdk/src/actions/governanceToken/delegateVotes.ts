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

/** What {@link prepareDelegateVotes} takes. */
export type PrepareDelegateVotesParameters = {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** Who votes with the tokens; oneself is allowed, and needed too. */
  delegatee: Address
}

/** What {@link delegateVotes} takes. */
export type DelegateVotesParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareDelegateVotesParameters

/** The hash of the transaction. */
export type DelegateVotesReturnType = Hash

/** What {@link delegateVotes} can fail with. */
export type DelegateVotesErrorType = WriteErrorType

/** What {@link simulateDelegateVotes} takes. */
export type SimulateDelegateVotesParameters = SimulateOptions & PrepareDelegateVotesParameters

/** What {@link simulateDelegateVotes} returns. */
export type SimulateDelegateVotesReturnType = SimulateReturnType<undefined>

/** What {@link simulateDelegateVotes} can fail with. */
export type SimulateDelegateVotesErrorType = SimulateErrorType

/** What {@link prepareDelegateVotes} returns. */
export type PrepareDelegateVotesReturnType = PreparedCall

/**
 * Says who votes with the tokens of the caller.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @example
 * const hash = await delegateVotes(wallet, { governanceToken, delegatee: bob })
 */
export async function delegateVotes<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: DelegateVotesParameters<chain, account>,
): Promise<DelegateVotesReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link delegateVotes} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @example
 * const { request } = await simulateDelegateVotes(client, { governanceToken, delegatee: bob })
 */
export async function simulateDelegateVotes<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateDelegateVotesParameters,
): Promise<SimulateDelegateVotesReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link delegateVotes} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareDelegateVotes({ governanceToken, delegatee: bob })
 */
export function prepareDelegateVotes(parameters: PrepareDelegateVotesParameters): PrepareDelegateVotesReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governanceToken, delegatee }: PrepareDelegateVotesParameters) {
  return { abi: bulwarkTokenAbi, address: governanceToken, functionName: 'delegate', args: [delegatee] } as const
}
