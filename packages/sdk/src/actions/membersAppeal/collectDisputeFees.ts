import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
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

/** What {@link prepareCollectDisputeFees} takes. */
export type PrepareCollectDisputeFeesParameters = {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
}

/** What {@link collectDisputeFees} takes. */
export type CollectDisputeFeesParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCollectDisputeFeesParameters

/** The hash of the transaction. */
export type CollectDisputeFeesReturnType = Hash

/** What {@link collectDisputeFees} can fail with. */
export type CollectDisputeFeesErrorType = WriteErrorType

/** What {@link simulateCollectDisputeFees} takes. */
export type SimulateCollectDisputeFeesParameters = SimulateOptions & PrepareCollectDisputeFeesParameters

/** What {@link simulateCollectDisputeFees} returns. */
export type SimulateCollectDisputeFeesReturnType = SimulateReturnType<bigint>

/** What {@link simulateCollectDisputeFees} can fail with. */
export type SimulateCollectDisputeFeesErrorType = SimulateErrorType

/** What {@link prepareCollectDisputeFees} returns. */
export type PrepareCollectDisputeFeesReturnType = PreparedCall

/**
 * Sends the fees of disputes to the treasury. Anyone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NoFeesError} if there are none.
 * @example
 * const hash = await collectDisputeFees(wallet, { membersAppeal })
 */
export async function collectDisputeFees<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CollectDisputeFeesParameters<chain, account>,
): Promise<CollectDisputeFeesReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link collectDisputeFees} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: wei sent; `request`: the call to send.
 * @throws {NoFeesError} if there are none.
 * @example
 * const { request } = await simulateCollectDisputeFees(client, { membersAppeal })
 */
export async function simulateCollectDisputeFees<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCollectDisputeFeesParameters,
): Promise<SimulateCollectDisputeFeesReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link collectDisputeFees} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCollectDisputeFees({ membersAppeal })
 */
export function prepareCollectDisputeFees(
  parameters: PrepareCollectDisputeFeesParameters,
): PrepareCollectDisputeFeesReturnType {
  return prepare(toCall(parameters))
}

function toCall({ membersAppeal }: PrepareCollectDisputeFeesParameters) {
  return {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'collectFees',
    args: [],
  } as const
}
