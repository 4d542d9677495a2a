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
import type { TokenSample } from '../../types/proof.ts'

/** What {@link prepareShowToken} takes. */
export type PrepareShowTokenParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
  /** Number of a recorded block on the grid. */
  gridBlock: bigint
  /** Three accounts or ids that hold or exist, in any order, each with its proof. */
  samples: readonly TokenSample[]
  /** Proof of the token's account at the block, see `buildTokenProof`. */
  accountProof: readonly Hex[]
}

/** What {@link showToken} takes. */
export type ShowTokenParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareShowTokenParameters

/** The hash of the transaction. */
export type ShowTokenReturnType = Hash

/** What {@link showToken} can fail with. */
export type ShowTokenErrorType = WriteErrorType

/** What {@link simulateShowToken} takes. */
export type SimulateShowTokenParameters = SimulateOptions & PrepareShowTokenParameters

/** What {@link simulateShowToken} returns. */
export type SimulateShowTokenReturnType = SimulateReturnType<undefined>

/** What {@link simulateShowToken} can fail with. */
export type SimulateShowTokenErrorType = SimulateErrorType

/** What {@link prepareShowToken} returns. */
export type PrepareShowTokenReturnType = PreparedCall

/**
 * Shows that the registered slots of three accounts (or ids) held, at a recorded block, what the token answers now:
 * from then on holdings of it can be proven. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {TokenNotRegisteredError} if the token was not registered.
 * @throws {TokenAlreadyShownError} if it was shown already.
 * @throws {BlockNotRecordedError} if the block was not recorded.
 * @throws {WrongSamplesError} if there are not three samples.
 * @throws {SamplesNotAscendingError} if one is named twice.
 * @throws {SampleMismatchError} if the slot and the token disagree, or say zero.
 * @throws {TokenReplacedError} if the token was another contract at that block.
 * @throws {NodeMismatchError} if the proof is of something else.
 * @example
 * const [token, gridBlock] = [asset, 1_800n]
 * const layout = { order: 'solidity', slot: 0n } as const
 * const { accountProof } = await buildTokenProof(client, { token, blockNumber: gridBlock })
 * const proofOf = async (key: Address) => ({
 *   key,
 *   ...(await buildHoldingProof(client, { token, blockNumber: gridBlock, layout, key })),
 * })
 * const samples = await Promise.all([alice, bob, pool].map(proofOf))
 * const hash = await showToken(wallet, { lossProofs, token, gridBlock, samples, accountProof })
 */
export async function showToken<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ShowTokenParameters<chain, account>,
): Promise<ShowTokenReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link showToken} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {TokenNotRegisteredError} if the token was not registered.
 * @throws {TokenAlreadyShownError} if it was shown already.
 * @throws {BlockNotRecordedError} if the block was not recorded.
 * @throws {WrongSamplesError} if there are not three samples.
 * @throws {SamplesNotAscendingError} if one is named twice.
 * @throws {SampleMismatchError} if the slot and the token disagree, or say zero.
 * @throws {TokenReplacedError} if the token was another contract at that block.
 * @throws {NodeMismatchError} if the proof is of something else.
 * @example
 * const [token, gridBlock] = [asset, 1_800n]
 * const layout = { order: 'solidity', slot: 0n } as const
 * const { accountProof } = await buildTokenProof(client, { token, blockNumber: gridBlock })
 * const proofOf = async (key: Address) => ({
 *   key,
 *   ...(await buildHoldingProof(client, { token, blockNumber: gridBlock, layout, key })),
 * })
 * const samples = await Promise.all([alice, bob, pool].map(proofOf))
 * const { request } = await simulateShowToken(client, { lossProofs, token, gridBlock, samples, accountProof })
 */
export async function simulateShowToken<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateShowTokenParameters,
): Promise<SimulateShowTokenReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link showToken} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const [token, gridBlock] = [asset, 1_800n]
 * const layout = { order: 'solidity', slot: 0n } as const
 * const { accountProof } = await buildTokenProof(client, { token, blockNumber: gridBlock })
 * const proofOf = async (key: Address) => ({
 *   key,
 *   ...(await buildHoldingProof(client, { token, blockNumber: gridBlock, layout, key })),
 * })
 * const samples = await Promise.all([alice, bob, pool].map(proofOf))
 * const call = prepareShowToken({ lossProofs, token, gridBlock, samples, accountProof })
 */
export function prepareShowToken(parameters: PrepareShowTokenParameters): PrepareShowTokenReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, token, gridBlock, samples, accountProof }: PrepareShowTokenParameters) {
  const sorted = [...samples].sort((a, b) => (BigInt(a.key) < BigInt(b.key) ? -1 : 1))
  const keys = sorted.map(({ key }) => BigInt(key))
  const storageProofs = sorted.map(({ storageProof }) => storageProof)
  const args = [token, gridBlock, keys, accountProof, storageProofs] as const
  return { abi: lossProofsAbi, address: lossProofs, functionName: 'showToken', args } as const
}
