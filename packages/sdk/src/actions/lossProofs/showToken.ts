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

/** What {@link prepareShowToken} takes. */
export type PrepareShowTokenParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
  /** Number of a recorded block on the grid. */
  number: bigint
  /** Three accounts, as numbers, or ids of NFTs, ascending. */
  samples: readonly bigint[]
  /** Nodes of the state trie: see {@link buildTokenProof}. */
  accountProof: readonly Hex[]
  /** One such proof for each sample. */
  storageProofs: readonly (readonly Hex[])[]
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
 * Shows that the registered slots of three accounts or ids hold what the token answers now. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {TokenNotRegisteredError} if the token is not registered.
 * @throws {TokenAlreadyShownError} if the token was shown.
 * @throws {WrongSamplesError} if not three were given.
 * @throws {SamplesNotAscendingError} if they do not ascend.
 * @throws {SampleMismatchError} if the token answers another balance or owner.
 * @throws {BlockNotRecordedError} if the block was not recorded.
 * @throws {TokenReplacedError} if another contract stood there.
 * @throws {NodeMismatchError} if the proof is of something else.
 * @throws {ProofTooShortError} if the proof is cut short.
 * @throws {ProofTooLongError} if it is too long.
 * @example
 * const hash = await showToken(wallet, { lossProofs: proofs, token: asset, number: 1_800n, samples: [1n, 2n, 3n], accountProof: [], storageProofs: [] })
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
 * @throws {TokenNotRegisteredError} if the token is not registered.
 * @throws {TokenAlreadyShownError} if the token was shown.
 * @throws {WrongSamplesError} if not three were given.
 * @throws {SamplesNotAscendingError} if they do not ascend.
 * @throws {SampleMismatchError} if the token answers another balance or owner.
 * @throws {BlockNotRecordedError} if the block was not recorded.
 * @throws {TokenReplacedError} if another contract stood there.
 * @throws {NodeMismatchError} if the proof is of something else.
 * @throws {ProofTooShortError} if the proof is cut short.
 * @throws {ProofTooLongError} if it is too long.
 * @example
 * const { request } = await simulateShowToken(client, { lossProofs: proofs, token: asset, number: 1_800n, samples: [1n, 2n, 3n], accountProof: [], storageProofs: [] })
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
 * const call = prepareShowToken({ lossProofs: proofs, token: asset, number: 1_800n, samples: [1n, 2n, 3n], accountProof: [], storageProofs: [] })
 */
export function prepareShowToken(parameters: PrepareShowTokenParameters): PrepareShowTokenReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, token, number, samples, accountProof, storageProofs }: PrepareShowTokenParameters) {
  return {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'showToken',
    args: [token, number, samples, accountProof, storageProofs],
  } as const
}
