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

/** What {@link prepareProveToken} takes. */
export type PrepareProveTokenParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
  /** Number of a recorded block on the grid. */
  gridBlock: bigint
  /** Proof of the token's account, root first: see `buildTokenProof`. */
  accountProof: readonly Hex[]
}

/** What {@link proveToken} takes. */
export type ProveTokenParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareProveTokenParameters

/** The hash of the transaction. */
export type ProveTokenReturnType = Hash

/** What {@link proveToken} can fail with. */
export type ProveTokenErrorType = WriteErrorType

/** What {@link simulateProveToken} takes. */
export type SimulateProveTokenParameters = SimulateOptions & PrepareProveTokenParameters

/** What {@link simulateProveToken} returns. */
export type SimulateProveTokenReturnType = SimulateReturnType<undefined>

/** What {@link simulateProveToken} can fail with. */
export type SimulateProveTokenErrorType = SimulateErrorType

/** What {@link prepareProveToken} returns. */
export type PrepareProveTokenReturnType = PreparedCall

/**
 * Proves the storage root of a token at a recorded block: once per token and block, for all its holders. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {TokenNotRegisteredError} if the token was not registered.
 * @throws {TokenNotUsableError} if it was not shown yet.
 * @throws {BlockNotRecordedError} if the block was not recorded.
 * @throws {TokenReplacedError} if another contract stood there.
 * @throws {NodeMismatchError} if the proof is of something else.
 * @example
 * const [token, gridBlock] = [asset, 1_800n]
 * const { accountProof } = await buildTokenProof(client, { token, blockNumber: gridBlock })
 * const hash = await proveToken(wallet, { lossProofs, token, gridBlock, accountProof })
 */
export async function proveToken<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ProveTokenParameters<chain, account>,
): Promise<ProveTokenReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link proveToken} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {TokenNotRegisteredError} if the token was not registered.
 * @throws {TokenNotUsableError} if it was not shown yet.
 * @throws {BlockNotRecordedError} if the block was not recorded.
 * @throws {TokenReplacedError} if another contract stood there.
 * @throws {NodeMismatchError} if the proof is of something else.
 * @example
 * const [token, gridBlock] = [asset, 1_800n]
 * const { accountProof } = await buildTokenProof(client, { token, blockNumber: gridBlock })
 * const { request } = await simulateProveToken(client, { lossProofs, token, gridBlock, accountProof })
 */
export async function simulateProveToken<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateProveTokenParameters,
): Promise<SimulateProveTokenReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link proveToken} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const [token, gridBlock] = [asset, 1_800n]
 * const { accountProof } = await buildTokenProof(client, { token, blockNumber: gridBlock })
 * const call = prepareProveToken({ lossProofs, token, gridBlock, accountProof })
 */
export function prepareProveToken(parameters: PrepareProveTokenParameters): PrepareProveTokenReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, token, gridBlock, accountProof }: PrepareProveTokenParameters) {
  return {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'proveToken',
    args: [token, gridBlock, accountProof],
  } as const
}
