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
  /** Number of the last block on the grid at or before it: see `findLossBlock`. */
  gridBlock: bigint
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
 * Fixes which recorded block counts for losses at a time: the last one on the grid at or before it. The next one must
 * be recorded too, unless it is yet to come. Only one block fits, so anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {BlockNotRecordedError} if the block was not recorded.
 * @throws {LossNotPastError} if the time has not passed.
 * @throws {BlockAfterLossError} if the block is later.
 * @throws {LaterBlockCountsError} if a later one counts.
 * @example
 * const { lossTime } = await getIncident(client, { incidents, incident: 1n })
 * const { grid } = await getLossProofsBounds(client, { lossProofs })
 * const gridBlock = await findLossBlock(client, { lossTime, grid })
 * const hash = await pinBlock(wallet, { lossProofs, lossTime, gridBlock })
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
 * @throws {LossNotPastError} if the time has not passed.
 * @throws {BlockAfterLossError} if the block is later.
 * @throws {LaterBlockCountsError} if a later one counts.
 * @example
 * const { lossTime } = await getIncident(client, { incidents, incident: 1n })
 * const { grid } = await getLossProofsBounds(client, { lossProofs })
 * const gridBlock = await findLossBlock(client, { lossTime, grid })
 * const { request } = await simulatePinBlock(client, { lossProofs, lossTime, gridBlock })
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
 * const { lossTime } = await getIncident(client, { incidents, incident: 1n })
 * const { grid } = await getLossProofsBounds(client, { lossProofs })
 * const gridBlock = await findLossBlock(client, { lossTime, grid })
 * const call = preparePinBlock({ lossProofs, lossTime, gridBlock })
 */
export function preparePinBlock(parameters: PreparePinBlockParameters): PreparePinBlockReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, lossTime, gridBlock }: PreparePinBlockParameters) {
  return { abi: lossProofsAbi, address: lossProofs, functionName: 'pinBlock', args: [lossTime, gridBlock] } as const
}
