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

/** What {@link prepareDelegateVotesBySig} takes. */
export type PrepareDelegateVotesBySigParameters = {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** Who votes with the tokens. */
  delegatee: Address
  /** The signer's next. */
  signedNonce: bigint
  /** Unix seconds until which the signature can be used. */
  expiry: bigint
  /** What `signDelegation` returned: 65 bytes. */
  signature: Hex
}

/** What {@link delegateVotesBySig} takes. */
export type DelegateVotesBySigParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareDelegateVotesBySigParameters

/** The hash of the transaction. */
export type DelegateVotesBySigReturnType = Hash

/** What {@link delegateVotesBySig} can fail with. */
export type DelegateVotesBySigErrorType = WriteErrorType

/** What {@link simulateDelegateVotesBySig} takes. */
export type SimulateDelegateVotesBySigParameters = SimulateOptions & PrepareDelegateVotesBySigParameters

/** What {@link simulateDelegateVotesBySig} returns. */
export type SimulateDelegateVotesBySigReturnType = SimulateReturnType<undefined>

/** What {@link simulateDelegateVotesBySig} can fail with. */
export type SimulateDelegateVotesBySigErrorType = SimulateErrorType

/** What {@link prepareDelegateVotesBySig} returns. */
export type PrepareDelegateVotesBySigReturnType = PreparedCall

/**
 * Says who votes with the tokens of whoever signed. Anyone may send it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {VotesExpiredSignatureError} if it came too late.
 * @throws {InvalidAccountNonceError} if it was used before.
 * @example
 * const hash = await delegateVotesBySig(wallet, { governanceToken, delegatee: bob, signedNonce: 0n, expiry: 2_000_000_000n, signature })
 */
export async function delegateVotesBySig<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: DelegateVotesBySigParameters<chain, account>,
): Promise<DelegateVotesBySigReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link delegateVotesBySig} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {VotesExpiredSignatureError} if it came too late.
 * @throws {InvalidAccountNonceError} if it was used before.
 * @example
 * const { request } = await simulateDelegateVotesBySig(client, { governanceToken, delegatee: bob, signedNonce: 0n, expiry: 2_000_000_000n, signature })
 */
export async function simulateDelegateVotesBySig<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateDelegateVotesBySigParameters,
): Promise<SimulateDelegateVotesBySigReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link delegateVotesBySig} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareDelegateVotesBySig({ governanceToken, delegatee: bob, signedNonce: 0n, expiry: 2_000_000_000n, signature })
 */
export function prepareDelegateVotesBySig(
  parameters: PrepareDelegateVotesBySigParameters,
): PrepareDelegateVotesBySigReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governanceToken, delegatee, signedNonce, expiry, signature }: PrepareDelegateVotesBySigParameters) {
  const [v, r, s] = splitSignature(signature)
  const args = [delegatee, signedNonce, expiry, v, r, s] as const
  return { abi: bulwarkTokenAbi, address: governanceToken, functionName: 'delegateBySig', args } as const
}
