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

/** What {@link prepareRecordBlock} takes. */
export type PrepareRecordBlockParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The block's header, RLP: see `buildBlockHeader`. */
  header: Hex
}

/** What {@link recordBlock} takes. */
export type RecordBlockParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRecordBlockParameters

/** The hash of the transaction. */
export type RecordBlockReturnType = Hash

/** What {@link recordBlock} can fail with. */
export type RecordBlockErrorType = WriteErrorType

/** What {@link simulateRecordBlock} takes. */
export type SimulateRecordBlockParameters = SimulateOptions & PrepareRecordBlockParameters

/** What {@link simulateRecordBlock} returns. */
export type SimulateRecordBlockReturnType = SimulateReturnType<undefined>

/** What {@link simulateRecordBlock} can fail with. */
export type SimulateRecordBlockErrorType = SimulateErrorType

/** What {@link prepareRecordBlock} returns. */
export type PrepareRecordBlockReturnType = PreparedCall

/**
 * Records state root and time of a block on the grid, while the chain still serves its hash: 8,191 blocks. Does nothing
 * if it is recorded. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {BlockOffGridError} if the block is not on the grid.
 * @throws {BlockNotMinedError} if it does not exist yet.
 * @throws {HistoryMissedError} if the chain no longer serves its hash.
 * @throws {HeaderMismatchError} if the header is of another block or chain.
 * @throws {RLPInvalidEncodingError} if it is not RLP.
 * @example
 * const { header } = await buildBlockHeader(client, { blockNumber: 1_800n })
 * const hash = await recordBlock(wallet, { lossProofs, header })
 */
export async function recordBlock<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RecordBlockParameters<chain, account>,
): Promise<RecordBlockReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link recordBlock} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {BlockOffGridError} if the block is not on the grid.
 * @throws {BlockNotMinedError} if it does not exist yet.
 * @throws {HistoryMissedError} if the chain no longer serves its hash.
 * @throws {HeaderMismatchError} if the header is of another block or chain.
 * @throws {RLPInvalidEncodingError} if it is not RLP.
 * @example
 * const { header } = await buildBlockHeader(client, { blockNumber: 1_800n })
 * const { request } = await simulateRecordBlock(client, { lossProofs, header })
 */
export async function simulateRecordBlock<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRecordBlockParameters,
): Promise<SimulateRecordBlockReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link recordBlock} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const { header } = await buildBlockHeader(client, { blockNumber: 1_800n })
 * const call = prepareRecordBlock({ lossProofs, header })
 */
export function prepareRecordBlock(parameters: PrepareRecordBlockParameters): PrepareRecordBlockReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, header }: PrepareRecordBlockParameters) {
  return { abi: lossProofsAbi, address: lossProofs, functionName: 'recordBlock', args: [header] } as const
}
