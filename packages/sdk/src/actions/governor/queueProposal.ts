import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ProposalCall, splitCalls } from '../../internal/splitCalls.ts'
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

/** What {@link prepareQueueProposal} takes. */
export type PrepareQueueProposalParameters = {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** What it does, in order; any `prepare…` makes one. */
  calls: readonly ProposalCall[]
  /** Its text, part of its id. */
  description: string
}

/** What {@link queueProposal} takes. */
export type QueueProposalParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareQueueProposalParameters

/** The hash of the transaction. */
export type QueueProposalReturnType = Hash

/** What {@link queueProposal} can fail with. */
export type QueueProposalErrorType = WriteErrorType

/** What {@link simulateQueueProposal} takes. */
export type SimulateQueueProposalParameters = SimulateOptions & PrepareQueueProposalParameters

/** What {@link simulateQueueProposal} returns. */
export type SimulateQueueProposalReturnType = SimulateReturnType<bigint>

/** What {@link simulateQueueProposal} can fail with. */
export type SimulateQueueProposalErrorType = SimulateErrorType

/** What {@link prepareQueueProposal} returns. */
export type PrepareQueueProposalReturnType = PreparedCall

/**
 * Queues in the timelock what was carried. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {GovernorUnexpectedProposalStateError} if it is not the time for it.
 * @example
 * const hash = await queueProposal(wallet, { governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export async function queueProposal<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: QueueProposalParameters<chain, account>,
): Promise<QueueProposalReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link queueProposal} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {GovernorUnexpectedProposalStateError} if it is not the time for it.
 * @example
 * const { request } = await simulateQueueProposal(client, { governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export async function simulateQueueProposal<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateQueueProposalParameters,
): Promise<SimulateQueueProposalReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link queueProposal} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareQueueProposal({ governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export function prepareQueueProposal(parameters: PrepareQueueProposalParameters): PrepareQueueProposalReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governor, calls, description }: PrepareQueueProposalParameters) {
  const { targets, values, calldatas, descriptionHash } = splitCalls(calls, description)
  const args = [targets, values, calldatas, descriptionHash] as const
  return { abi: bulwarkGovernorAbi, address: governor, functionName: 'queue', args } as const
}
