import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
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

/** What {@link preparePinBlock} takes. */
export type PreparePinBlockParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Unix seconds of the loss. */
  lossTime: bigint
  /** Number of a recorded block on the grid. */
  number: bigint
}

/** What {@link pinBlock} takes. */
export type PinBlockParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PreparePinBlockParameters

/** The hash of the transaction. */
export type PinBlockReturnType = Hash

/** What {@link pinBlock} can fail with. */
export type PinBlockErrorType = WriteErrorType

/** What {@link simulatePinBlock} takes. */
export type SimulatePinBlockParameters = SimulateOptions & PreparePinBlockParameters

/** What {@link simulatePinBlock} returns. */
export type SimulatePinBlockReturnType = SimulateReturnType<undefined>

/** What {@link simulatePinBlock} can fail with. */
export type SimulatePinBlockErrorType = SimulateErrorType

/** What {@link preparePinBlock} returns. */
export type PreparePinBlockReturnType = PreparedCall

/**
 * Fixes which recorded block counts for losses at a time. Anyone may call it; only one block fits.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {BlockNotRecordedError} if the block was not recorded.
 * @throws {LossNotPastError} if the loss is not past.
 * @throws {BlockAfterLossError} if the block is later than the loss.
 * @throws {LaterBlockCountsError} if a later block counts.
 * @example
 * const hash = await pinBlock(wallet, { lossProofs: proofs, lossTime: 1_700_000_000n, number: 1_800n })
 */
export async function pinBlock<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: PinBlockParameters<chain, account>,
): Promise<PinBlockReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link pinBlock} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {BlockNotRecordedError} if the block was not recorded.
 * @throws {LossNotPastError} if the loss is not past.
 * @throws {BlockAfterLossError} if the block is later than the loss.
 * @throws {LaterBlockCountsError} if a later block counts.
 * @example
 * const { request } = await simulatePinBlock(client, { lossProofs: proofs, lossTime: 1_700_000_000n, number: 1_800n })
 */
export async function simulatePinBlock<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulatePinBlockParameters,
): Promise<SimulatePinBlockReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link pinBlock} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = preparePinBlock({ lossProofs: proofs, lossTime: 1_700_000_000n, number: 1_800n })
 */
export function preparePinBlock(parameters: PreparePinBlockParameters): PreparePinBlockReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, lossTime, number }: PreparePinBlockParameters) {
  return { abi: lossProofsAbi, address: lossProofs, functionName: 'pinBlock', args: [lossTime, number] } as const
}
