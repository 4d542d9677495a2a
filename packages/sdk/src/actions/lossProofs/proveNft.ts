import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
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

/** What {@link prepareProveNft} takes. */
export type PrepareProveNftParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
  /** Number of a recorded block on the grid. */
  number: bigint
  /** Id of the NFT. */
  nftId: bigint
  /** Nodes of the token's storage trie: see {@link buildHoldingProof}. */
  storageProof: readonly Hex[]
}

/** What {@link proveNft} takes. */
export type ProveNftParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareProveNftParameters

/** The hash of the transaction. */
export type ProveNftReturnType = Hash

/** What {@link proveNft} can fail with. */
export type ProveNftErrorType = WriteErrorType

/** What {@link simulateProveNft} takes. */
export type SimulateProveNftParameters = SimulateOptions & PrepareProveNftParameters

/** What {@link simulateProveNft} returns. */
export type SimulateProveNftReturnType = SimulateReturnType<undefined>

/** What {@link simulateProveNft} can fail with. */
export type SimulateProveNftErrorType = SimulateErrorType

/** What {@link prepareProveNft} returns. */
export type PrepareProveNftReturnType = PreparedCall

/**
 * Proves who owned an NFT at a block, and counts it for him. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {TokenNotUsableError} if the token was not shown, or is retired.
 * @throws {WrongKindError} if the token is of another kind.
 * @throws {StorageRootNotProvenError} if the token's storage root is not proven there.
 * @throws {NodeMismatchError} if the proof is of something else.
 * @throws {ProofTooShortError} if the proof is cut short.
 * @throws {ProofTooLongError} if it is too long.
 * @example
 * const { storageProof } = await buildHoldingProof(client, { token: asset, blockNumber: 1_800n, layout: { order: 'solidity', slot: 0n }, key: alice })
 * const hash = await proveNft(wallet, { lossProofs: proofs, token: asset, number: 1_800n, nftId: 7n, storageProof })
 */
export async function proveNft<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ProveNftParameters<chain, account>,
): Promise<ProveNftReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link proveNft} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {TokenNotUsableError} if the token was not shown, or is retired.
 * @throws {WrongKindError} if the token is of another kind.
 * @throws {StorageRootNotProvenError} if the token's storage root is not proven there.
 * @throws {NodeMismatchError} if the proof is of something else.
 * @throws {ProofTooShortError} if the proof is cut short.
 * @throws {ProofTooLongError} if it is too long.
 * @example
 * const { storageProof } = await buildHoldingProof(client, { token: asset, blockNumber: 1_800n, layout: { order: 'solidity', slot: 0n }, key: alice })
 * const { request } = await simulateProveNft(client, { lossProofs: proofs, token: asset, number: 1_800n, nftId: 7n, storageProof })
 */
export async function simulateProveNft<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateProveNftParameters,
): Promise<SimulateProveNftReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link proveNft} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const { storageProof } = await buildHoldingProof(client, { token: asset, blockNumber: 1_800n, layout: { order: 'solidity', slot: 0n }, key: alice })
 * const call = prepareProveNft({ lossProofs: proofs, token: asset, number: 1_800n, nftId: 7n, storageProof })
 */
export function prepareProveNft(parameters: PrepareProveNftParameters): PrepareProveNftReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, token, number, nftId, storageProof }: PrepareProveNftParameters) {
  return {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'proveNft',
    args: [token, number, nftId, storageProof],
  } as const
}
