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

/** What {@link prepareProveHolding} takes. */
export type PrepareProveHoldingParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
  /** Number of a recorded block on the grid. */
  gridBlock: bigint
  /** Whose holding it is. */
  holder: Address
  /** Proof of the balance, root first: see `buildHoldingProof`. */
  storageProof: readonly Hex[]
}

/** What {@link proveHolding} takes. */
export type ProveHoldingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareProveHoldingParameters

/** The hash of the transaction. */
export type ProveHoldingReturnType = Hash

/** What {@link proveHolding} can fail with. */
export type ProveHoldingErrorType = WriteErrorType

/** What {@link simulateProveHolding} takes. */
export type SimulateProveHoldingParameters = SimulateOptions & PrepareProveHoldingParameters

/** What {@link simulateProveHolding} returns. */
export type SimulateProveHoldingReturnType = SimulateReturnType<undefined>

/** What {@link simulateProveHolding} can fail with. */
export type SimulateProveHoldingErrorType = SimulateErrorType

/** What {@link prepareProveHolding} returns. */
export type PrepareProveHoldingReturnType = PreparedCall

/**
 * Proves what an account held of an ERC-20 token, or of the share of a vault, at a recorded block; a proof of absence
 * proves zero. Anyone may, for anyone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {TokenNotRegisteredError} if the token was not registered.
 * @throws {TokenNotUsableError} if it was not shown yet.
 * @throws {WrongKindError} if the token is an ERC-721.
 * @throws {StorageRootNotProvenError} if the token was not proven at that block.
 * @throws {NodeMismatchError} if the proof is of something else.
 * @example
 * const [token, gridBlock] = [asset, 1_800n]
 * const { layout } = await getRegisteredToken(client, { lossProofs, token })
 * const { storageProof } = await buildHoldingProof(client, { token, blockNumber: gridBlock, layout, key: alice })
 * const hash = await proveHolding(wallet, { lossProofs, token, gridBlock, holder: alice, storageProof })
 */
export async function proveHolding<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ProveHoldingParameters<chain, account>,
): Promise<ProveHoldingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link proveHolding} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {TokenNotRegisteredError} if the token was not registered.
 * @throws {TokenNotUsableError} if it was not shown yet.
 * @throws {WrongKindError} if the token is an ERC-721.
 * @throws {StorageRootNotProvenError} if the token was not proven at that block.
 * @throws {NodeMismatchError} if the proof is of something else.
 * @example
 * const [token, gridBlock] = [asset, 1_800n]
 * const { layout } = await getRegisteredToken(client, { lossProofs, token })
 * const { storageProof } = await buildHoldingProof(client, { token, blockNumber: gridBlock, layout, key: alice })
 * const { request } = await simulateProveHolding(client, { lossProofs, token, gridBlock, holder: alice, storageProof })
 */
export async function simulateProveHolding<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateProveHoldingParameters,
): Promise<SimulateProveHoldingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link proveHolding} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const [token, gridBlock] = [asset, 1_800n]
 * const { layout } = await getRegisteredToken(client, { lossProofs, token })
 * const { storageProof } = await buildHoldingProof(client, { token, blockNumber: gridBlock, layout, key: alice })
 * const call = prepareProveHolding({ lossProofs, token, gridBlock, holder: alice, storageProof })
 */
export function prepareProveHolding(parameters: PrepareProveHoldingParameters): PrepareProveHoldingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, token, gridBlock, holder, storageProof }: PrepareProveHoldingParameters) {
  return {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'proveHolding',
    args: [token, gridBlock, holder, storageProof],
  } as const
}
