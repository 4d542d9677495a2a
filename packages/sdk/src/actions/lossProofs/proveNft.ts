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
  gridBlock: bigint
  /** Id of the NFT. */
  nftId: bigint
  /** Proof of its owner, root first: see `buildHoldingProof`. */
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
 * Proves who owned an NFT at a recorded block, and counts it for him; his holding is known a day after the first.
 * Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {TokenNotRegisteredError} if the token was not registered.
 * @throws {TokenNotUsableError} if it was not shown yet.
 * @throws {WrongKindError} if the token is no ERC-721.
 * @throws {StorageRootNotProvenError} if the token was not proven at that block.
 * @throws {NodeMismatchError} if the proof is of something else.
 * @example
 * const [token, gridBlock, nftId] = [asset, 1_800n, 7n]
 * const { layout } = await getRegisteredToken(client, { lossProofs, token })
 * const { storageProof } = await buildHoldingProof(client, { token, blockNumber: gridBlock, layout, key: nftId })
 * const hash = await proveNft(wallet, { lossProofs, token, gridBlock, nftId, storageProof })
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
 * @throws {TokenNotRegisteredError} if the token was not registered.
 * @throws {TokenNotUsableError} if it was not shown yet.
 * @throws {WrongKindError} if the token is no ERC-721.
 * @throws {StorageRootNotProvenError} if the token was not proven at that block.
 * @throws {NodeMismatchError} if the proof is of something else.
 * @example
 * const [token, gridBlock, nftId] = [asset, 1_800n, 7n]
 * const { layout } = await getRegisteredToken(client, { lossProofs, token })
 * const { storageProof } = await buildHoldingProof(client, { token, blockNumber: gridBlock, layout, key: nftId })
 * const { request } = await simulateProveNft(client, { lossProofs, token, gridBlock, nftId, storageProof })
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
 * const [token, gridBlock, nftId] = [asset, 1_800n, 7n]
 * const { layout } = await getRegisteredToken(client, { lossProofs, token })
 * const { storageProof } = await buildHoldingProof(client, { token, blockNumber: gridBlock, layout, key: nftId })
 * const call = prepareProveNft({ lossProofs, token, gridBlock, nftId, storageProof })
 */
export function prepareProveNft(parameters: PrepareProveNftParameters): PrepareProveNftReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, token, gridBlock, nftId, storageProof }: PrepareProveNftParameters) {
  return {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'proveNft',
    args: [token, gridBlock, nftId, storageProof],
  } as const
}
